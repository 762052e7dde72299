INSERT INTO widget (id, value) VALUES (1, 1.25)
