INSERT INTO widget VALUES (1, 'a'), (2, 'b')
