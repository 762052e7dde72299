-- Give the rows without name one
-- note: The way back does not tell which rows had no name.
UPDATE "public"."widget" SET "name" = 'none' WHERE "name" IS NULL;

-- Forbid NULL in widget.name
-- blocksReads: Every row of widget is checked: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "name" SET NOT NULL;
