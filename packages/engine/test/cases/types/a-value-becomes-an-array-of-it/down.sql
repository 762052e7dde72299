-- Change the type of widget.value from text[] to text
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- losesData: widget.value: Of several values only the first comes back, and '' where there is none.
-- note: widget.value: Of several values only the first comes back, and '' where there is none.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE text USING coalesce("value"[1], '');
