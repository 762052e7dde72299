-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id),
  CONSTRAINT "one_name" UNIQUE NULLS NOT DISTINCT (name)
);

-- Create index one_email on person
CREATE UNIQUE INDEX "one_email" ON "public"."person" ("email") NULLS NOT DISTINCT;
