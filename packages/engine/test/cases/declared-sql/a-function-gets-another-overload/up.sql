-- Create function f(a text)
CREATE FUNCTION public.f(a text)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT a$function$;
