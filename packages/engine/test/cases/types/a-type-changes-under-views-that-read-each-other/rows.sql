INSERT INTO widget VALUES (1, 5), (2, 1)
