INSERT INTO old.widget (name) VALUES ('a')
