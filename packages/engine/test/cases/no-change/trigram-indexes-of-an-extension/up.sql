-- Install extension pg_trgm, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "pg_trgm" WITH SCHEMA "public";

-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create index fuzzier on person
CREATE INDEX "fuzzier" ON "public"."person" USING "gist" ("name" "public"."gist_trgm_ops" (siglen=32));

-- Create index fuzzy on person
CREATE INDEX "fuzzy" ON "public"."person" USING "gin" ("name" "public"."gin_trgm_ops");
