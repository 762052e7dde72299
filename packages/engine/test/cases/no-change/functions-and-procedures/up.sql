-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create function both(INOUT a integer, OUT b integer, VARIADIC c integer[])
CREATE FUNCTION public."both"(INOUT a integer, OUT b integer, VARIADIC c integer[])
 RETURNS record
 LANGUAGE sql
AS $function$ SELECT 1, 2 $function$;

-- Create procedure nothing()
CREATE PROCEDURE public.nothing()
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $procedure$ BEGIN END $procedure$;

-- Create function pairs()
CREATE FUNCTION public.pairs()
 RETURNS TABLE(a integer, b text)
 LANGUAGE sql
AS $function$ VALUES (1, 'x') $function$;

-- Create function plus(a integer, b integer)
CREATE FUNCTION public.plus(a integer, b integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$SELECT a + b$function$;

-- Comment on function plus
COMMENT ON FUNCTION "public"."plus"(a integer, b integer) IS 'adds';

-- Create function plus(a text)
CREATE FUNCTION public.plus(a text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN a || '$'; END $function$;
