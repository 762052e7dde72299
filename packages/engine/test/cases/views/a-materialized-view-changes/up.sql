-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'MATERIALIZED_VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'small' AND "value" IS NOT DISTINCT FROM 'SELECT id FROM widget';

-- Drop materialized view small
DROP MATERIALIZED VIEW "public"."small";

-- Create materialized view small
CREATE MATERIALIZED VIEW "public"."small" AS
SELECT id,
    name
   FROM public.widget;

-- Create index small_id on small
-- blocksWrites: An index is built: nobody can write small meanwhile.
-- mayFail: Fails if two rows of small have the same key.
CREATE UNIQUE INDEX "small_id" ON "public"."small" ("id");

-- Tell TypeORM how the entities spell small
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('MATERIALIZED_VIEW', NULL, 'public', NULL, 'small', 'SELECT id, name FROM widget');
