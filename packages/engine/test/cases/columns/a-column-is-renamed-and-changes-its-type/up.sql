-- Rename column widget.name to title
-- breaksDeployedCode: Code that still says name fails.
ALTER TABLE "public"."widget" RENAME COLUMN "name" TO "title";

-- Change the type of widget.title from text to character varying(50)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the title of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "title" TYPE character varying(50);
