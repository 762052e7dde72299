-- Create function touch()
CREATE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

-- Create trigger touch on widget
CREATE TRIGGER touch BEFORE UPDATE ON public.widget FOR EACH ROW EXECUTE FUNCTION public.touch();
