-- Forbid NULL in widget.name
-- blocksReads: Every row of widget is checked: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of widget has no name.
ALTER TABLE "public"."widget" ALTER COLUMN "name" SET NOT NULL;
