INSERT INTO widget (id, value) VALUES (1, '2020-01-01 00:00')
