-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create function stop()
CREATE FUNCTION public.stop()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NULL; END $function$;

-- Create view adult
CREATE VIEW "public"."adult" WITH (check_option=local, security_barrier=true) AS
SELECT id,
    name,
    email,
    age
   FROM public.person
  WHERE (age > 17);

-- Set the default of adult.name
ALTER VIEW "public"."adult" ALTER COLUMN "name" SET DEFAULT 'x'::text;

-- Comment on view adult
COMMENT ON VIEW "public"."adult" IS 'adults';

-- Comment on column adult.name
COMMENT ON COLUMN "public"."adult"."name" IS 'a name';

-- Create trigger stop on adult
CREATE TRIGGER stop INSTEAD OF DELETE ON public.adult FOR EACH ROW EXECUTE FUNCTION public.stop();
