-- Drop view v
DROP VIEW "public"."v";

-- Drop index by_f of widget
DROP INDEX "public"."by_f";

-- Drop check plus of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "plus";

-- Drop function f(a integer)
DROP FUNCTION "public"."f"(a integer);

-- Create function f(a integer)
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a + 1$function$;

-- Add check plus to widget
-- blocksReads: Every row of widget is checked: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of widget violates plus.
ALTER TABLE "public"."widget" ADD CONSTRAINT "plus" CHECK ((public.f(size) > 0));

-- Create index by_f on widget
-- blocksWrites: An index is built: nobody can write widget meanwhile.
CREATE INDEX "by_f" ON "public"."widget" (public.f(size));

-- Create view v
CREATE VIEW "public"."v" AS
SELECT public.f(size) AS f
   FROM public.widget;
