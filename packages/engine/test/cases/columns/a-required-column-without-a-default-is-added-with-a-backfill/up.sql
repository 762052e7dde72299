-- Add column widget.size
ALTER TABLE "public"."widget" ADD COLUMN "size" integer;

-- Give the rows that are there a size
-- blocksReads: Every row of widget is written: nobody can read or write it meanwhile.
-- mayFail: Fails if the value cannot be computed for a row of widget, or a constraint refuses it.
UPDATE "public"."widget" SET "size" = length(name) WHERE "size" IS NULL;

-- Forbid NULL in widget.size
ALTER TABLE "public"."widget" ALTER COLUMN "size" SET NOT NULL;
