INSERT INTO "straße" VALUES (1, 'a')
