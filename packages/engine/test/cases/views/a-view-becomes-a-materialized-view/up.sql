-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'small' AND "value" IS NOT DISTINCT FROM 'SELECT id FROM widget';

-- Drop view small
DROP VIEW "public"."small";

-- Create materialized view small
CREATE MATERIALIZED VIEW "public"."small" AS
SELECT id
   FROM public.widget;

-- Tell TypeORM how the entities spell small
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('MATERIALIZED_VIEW', NULL, 'public', NULL, 'small', 'SELECT id FROM widget');
