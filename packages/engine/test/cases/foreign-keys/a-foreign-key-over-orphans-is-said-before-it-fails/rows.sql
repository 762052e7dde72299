INSERT INTO pet (id, "ownerId") VALUES (1, 9)
