-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create index concat_name on person
CREATE INDEX "concat_name" ON "public"."person" ((((name || ' '::text) || COALESCE(email, ''::text))));

-- Create index lower_email on person
CREATE UNIQUE INDEX "lower_email" ON "public"."person" (lower(email), ((age + 1))) WHERE (email IS NOT NULL);

-- Create index lower_name on person
CREATE INDEX "lower_name" ON "public"."person" (lower(name));
