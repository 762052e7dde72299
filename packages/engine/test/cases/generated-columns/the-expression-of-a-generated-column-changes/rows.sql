INSERT INTO widget (id, a) VALUES (1, 'abc')
