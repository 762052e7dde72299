INSERT INTO widget (name) VALUES ('a'), ('b')
