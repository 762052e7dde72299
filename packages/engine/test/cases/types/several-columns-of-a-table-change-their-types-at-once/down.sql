-- Drop the default of widget.count
ALTER TABLE "public"."widget" ALTER COLUMN "count" DROP DEFAULT;

-- Change the types of widget: count from bigint to integer, label from text to character varying(10), at from timestamp with time zone to timestamp without time zone, note to the collation C
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the count of a row of widget cannot be converted.
-- mayFail: Fails if the label of a row of widget cannot be converted.
-- note: widget.at: The times that have no time zone are taken as UTC, unless an expression says otherwise.
ALTER TABLE "public"."widget"
  ALTER COLUMN "count" TYPE integer,
  ALTER COLUMN "label" TYPE character varying(10),
  ALTER COLUMN "at" TYPE timestamp without time zone USING "at" AT TIME ZONE 'UTC',
  ALTER COLUMN "note" TYPE text COLLATE "pg_catalog"."C";

-- Set the default of widget.count
ALTER TABLE "public"."widget" ALTER COLUMN "count" SET DEFAULT 1;
