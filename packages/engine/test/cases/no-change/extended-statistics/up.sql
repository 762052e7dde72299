-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create statistics all_kinds
CREATE STATISTICS "public"."all_kinds" ON "age", "name" FROM "public"."person";

-- Create statistics expression
CREATE STATISTICS "public"."expression" ON (lower(name)) FROM "public"."person";

-- Create statistics mixed
CREATE STATISTICS "public"."mixed" (ndistinct) ON "age", (lower(name)) FROM "public"."person";

-- Create statistics some
CREATE STATISTICS "public"."some" (dependencies, mcv) ON "age", "email", "name" FROM "public"."person";

-- Set the target of statistics some
ALTER STATISTICS "public"."some" SET STATISTICS 300;
