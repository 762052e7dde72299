-- Change the type of widget.value from text[] to text
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- losesData: widget.value: The values cannot be turned back into text: every row gets ''.
-- note: widget.value: The values cannot be turned back into text: every row gets ''.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE text USING '';
