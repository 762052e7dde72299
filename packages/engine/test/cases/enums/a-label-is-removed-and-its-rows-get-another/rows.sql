INSERT INTO widget VALUES (1, 'happy'), (2, 'sad')
