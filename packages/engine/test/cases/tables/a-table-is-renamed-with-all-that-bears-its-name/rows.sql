INSERT INTO widget (name, "parentId") VALUES ('a', NULL), ('b', 1)
