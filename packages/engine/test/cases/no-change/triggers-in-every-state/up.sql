-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create function touch()
CREATE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

-- Create trigger later on person
CREATE CONSTRAINT TRIGGER later AFTER INSERT ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.touch();

-- Set when trigger later of person fires
ALTER TABLE "public"."person" ENABLE ALWAYS TRIGGER "later";

-- Create trigger names on person
CREATE TRIGGER names AFTER INSERT OR UPDATE OF name, email ON public.person FOR EACH ROW EXECUTE FUNCTION public.touch('a', 'it''s');

-- Create trigger off on person
CREATE TRIGGER off AFTER DELETE ON public.person REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.touch();

-- Set when trigger off of person fires
ALTER TABLE "public"."person" DISABLE TRIGGER "off";

-- Create trigger touch on person
CREATE TRIGGER touch BEFORE UPDATE ON public.person FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.touch();

-- Comment on trigger person.touch
COMMENT ON TRIGGER "touch" ON "public"."person" IS 'touches';
