INSERT INTO widget (name) VALUES ('z') RETURNING id > 2;
DELETE FROM widget WHERE name = 'z' RETURNING true
