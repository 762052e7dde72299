-- Give the rows without name one
-- mayFail: Fails if the value cannot be computed for a row of widget, or a constraint refuses it.
-- note: The way back does not tell which rows of widget had no name.
UPDATE "public"."widget" SET "name" = 'none' WHERE "name" IS NULL;

-- Forbid NULL in widget.name
-- blocksReads: Every row of widget is checked: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "name" SET NOT NULL;
