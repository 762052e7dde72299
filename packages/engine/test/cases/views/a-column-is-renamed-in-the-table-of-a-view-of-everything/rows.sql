INSERT INTO widget VALUES (1, 'a', 'b')
