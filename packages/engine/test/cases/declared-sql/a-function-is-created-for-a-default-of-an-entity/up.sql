-- Create function next_code()
CREATE FUNCTION public.next_code()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'x' $function$;

-- Set the default of widget.code
ALTER TABLE "public"."widget" ALTER COLUMN "code" SET DEFAULT public.next_code();
