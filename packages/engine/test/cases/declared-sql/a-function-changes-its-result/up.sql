-- Drop function f(a integer)
DROP FUNCTION "public"."f"(a integer);

-- Create function f(a integer)
CREATE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a + 1$function$;
