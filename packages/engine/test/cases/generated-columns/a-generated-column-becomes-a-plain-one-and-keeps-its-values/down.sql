-- Create TypeORM's table typeorm_metadata
CREATE TABLE "public"."typeorm_metadata" (
  "type" character varying NOT NULL,
  "database" character varying,
  "schema" character varying,
  "table" character varying,
  "name" character varying,
  "value" text
);

-- Take widget.b away
-- losesData: What was stored in widget.b since is replaced by what its expression gives.
-- note: What was stored in widget.b since is replaced by what its expression gives.
ALTER TABLE "public"."widget" DROP COLUMN "b";

-- Make widget.b generated again
ALTER TABLE "public"."widget" ADD COLUMN "b" integer GENERATED ALWAYS AS (length(a)) STORED;

-- Tell TypeORM how the entities spell widget.b
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('GENERATED_COLUMN', current_database(), 'public', 'widget', 'b', 'length("a")');
