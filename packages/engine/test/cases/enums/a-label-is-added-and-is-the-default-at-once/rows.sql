INSERT INTO widget VALUES (1, 'ok')
