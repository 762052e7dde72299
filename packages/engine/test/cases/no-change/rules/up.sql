-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create rule quiet on person
CREATE RULE quiet AS
    ON DELETE TO public.person DO INSTEAD NOTHING;;

-- Comment on rule person.quiet
COMMENT ON RULE "quiet" ON "public"."person" IS 'hush';
