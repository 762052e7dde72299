-- Drop trigger touch of widget
DROP TRIGGER "touch" ON "public"."widget";

-- Create trigger touch on widget
CREATE TRIGGER touch BEFORE UPDATE ON public.widget FOR EACH ROW EXECUTE FUNCTION public.touch();
