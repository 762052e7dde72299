-- Change the type of widget.value from text to text[]
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
-- note: widget.value, on the way back: Of several values only the first comes back, and '' where there is none.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE text[] USING ARRAY[value];
