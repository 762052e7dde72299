-- Create table animal
CREATE TABLE "public"."animal" (
  "id" integer NOT NULL,
  "name" text DEFAULT 'x'::text NOT NULL,
  CONSTRAINT "animal_pkey" PRIMARY KEY (id),
  CONSTRAINT "named" CHECK ((name <> ''::text))
);

-- Create table bird
CREATE TABLE "public"."bird" (
  "wings" integer DEFAULT 2,
  CONSTRAINT "two" CHECK ((wings = 2))
) INHERITS ("public"."animal");
