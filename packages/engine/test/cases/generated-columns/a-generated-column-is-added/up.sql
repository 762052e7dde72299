-- Add column widget.b
-- blocksReads: widget is rewritten, because b is computed for every row: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ADD COLUMN "b" integer GENERATED ALWAYS AS (length(a)) STORED;

-- Create TypeORM's table typeorm_metadata
CREATE TABLE "public"."typeorm_metadata" (
  "type" character varying NOT NULL,
  "database" character varying,
  "schema" character varying,
  "table" character varying,
  "name" character varying,
  "value" text
);

-- Tell TypeORM how the entities spell widget.b
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('GENERATED_COLUMN', current_database(), 'public', 'widget', 'b', 'length("a")');
