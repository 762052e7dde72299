INSERT INTO widget VALUES (1, 'sad')
