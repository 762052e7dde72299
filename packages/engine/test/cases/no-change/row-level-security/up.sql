-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create policy add on person
CREATE POLICY "add" ON "public"."person" FOR INSERT TO "postgres" WITH CHECK ((age > 0));

-- Create policy adults on person
CREATE POLICY "adults" ON "public"."person" AS RESTRICTIVE FOR SELECT USING ((age > 17));

-- Create policy change on person
CREATE POLICY "change" ON "public"."person" FOR UPDATE USING (true) WITH CHECK ((age > 0));

-- Create policy own on person
CREATE POLICY "own" ON "public"."person" FOR ALL USING ((name = CURRENT_USER));

-- Enable row security on person
ALTER TABLE "public"."person" ENABLE ROW LEVEL SECURITY;

-- Force row security on person
ALTER TABLE "public"."person" FORCE ROW LEVEL SECURITY;
