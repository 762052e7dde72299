INSERT INTO widget VALUES (1, 'a', 1), (2, 'b', 20)
