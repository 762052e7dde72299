INSERT INTO widget (id, a, b) VALUES (1, 'x', 2)
