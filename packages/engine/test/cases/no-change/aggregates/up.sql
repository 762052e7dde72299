-- Create function longer(a text, b text)
CREATE FUNCTION public.longer(a text, b text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT CASE WHEN length(b) > length(a) THEN b ELSE a END $function$;

-- Create aggregate longest(text)
CREATE AGGREGATE public.longest(text) (
  SFUNC = public.longer,
  STYPE = text,
  INITCOND = '',
  PARALLEL = SAFE
);
