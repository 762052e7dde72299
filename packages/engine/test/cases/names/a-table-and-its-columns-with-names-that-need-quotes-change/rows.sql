INSERT INTO "Select Table" VALUES (1, 'a', 2, 'A')
