INSERT INTO widget (id, value) VALUES (1, 'abc')
