-- Drop trigger touch of widget
DROP TRIGGER "touch" ON "public"."widget";

-- Change the type of widget.size from bigint to integer
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the size of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "size" TYPE integer;

-- Create trigger touch on widget
CREATE TRIGGER touch BEFORE UPDATE OF size ON public.widget FOR EACH ROW EXECUTE FUNCTION public.touch();
