-- Drop view bigger
DROP VIEW "public"."bigger";

-- Drop view big
DROP VIEW "public"."big";

-- Change the type of widget.value from bigint to integer
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE integer;

-- Create view big
CREATE VIEW "public"."big" AS
SELECT id,
    value
   FROM public.widget
  WHERE (value > 3);

-- Create view bigger
CREATE VIEW "public"."bigger" AS
SELECT id
   FROM public.big;
