INSERT INTO widget VALUES (1, 'ok'), (2, 'sad')
