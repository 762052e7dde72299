-- Drop function f(a integer)
DROP FUNCTION "public"."f"(a integer);

-- Create function f(b integer)
CREATE FUNCTION public.f(b integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT b + 1$function$;
