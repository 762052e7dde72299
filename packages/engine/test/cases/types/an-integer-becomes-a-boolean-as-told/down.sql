-- Change the type of widget.value from boolean to integer
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE integer USING "value"::integer;
