-- Install extension pgcrypto, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "pgcrypto" WITH SCHEMA "public";

-- Create table person
CREATE TABLE "public"."person" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);
