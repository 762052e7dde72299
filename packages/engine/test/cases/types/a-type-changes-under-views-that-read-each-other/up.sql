-- Drop view bigger
DROP VIEW "public"."bigger";

-- Drop view big
DROP VIEW "public"."big";

-- Change the type of widget.value from integer to bigint
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE bigint;

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
