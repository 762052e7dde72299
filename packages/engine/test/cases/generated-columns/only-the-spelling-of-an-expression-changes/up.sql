-- Take from TypeORM how the entities spelled widget.b
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'GENERATED_COLUMN' AND "schema" = 'public' AND "table" = 'widget' AND "name" = 'b' AND "value" = 'length("a")';

-- Tell TypeORM how the entities spell widget.b
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('GENERATED_COLUMN', current_database(), 'public', 'widget', 'b', 'length( "a" )');
