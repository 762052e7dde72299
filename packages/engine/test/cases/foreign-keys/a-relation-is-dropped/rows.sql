INSERT INTO owner VALUES (1); INSERT INTO pet (id, "ownerId") VALUES (1, 1)
