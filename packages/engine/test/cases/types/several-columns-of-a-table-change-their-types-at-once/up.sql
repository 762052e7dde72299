-- Drop the default of widget.count
ALTER TABLE "public"."widget" ALTER COLUMN "count" DROP DEFAULT;

-- Change the types of widget: count from integer to bigint, label from character varying(10) to text, at from timestamp without time zone to timestamp with time zone, note to the collation of its type
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- note: widget.at: The times that have no time zone are taken as UTC, unless an expression says otherwise.
ALTER TABLE "public"."widget"
  ALTER COLUMN "count" TYPE bigint,
  ALTER COLUMN "label" TYPE text,
  ALTER COLUMN "at" TYPE timestamp with time zone USING "at" AT TIME ZONE 'UTC',
  ALTER COLUMN "note" TYPE text;

-- Set the default of widget.count
ALTER TABLE "public"."widget" ALTER COLUMN "count" SET DEFAULT '1'::bigint;
