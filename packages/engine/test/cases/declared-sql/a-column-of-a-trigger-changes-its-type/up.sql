-- Drop trigger touch of widget
DROP TRIGGER "touch" ON "public"."widget";

-- Change the type of widget.size from integer to bigint
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "size" TYPE bigint;

-- Create trigger touch on widget
CREATE TRIGGER touch BEFORE UPDATE OF size ON public.widget FOR EACH ROW EXECUTE FUNCTION public.touch();
