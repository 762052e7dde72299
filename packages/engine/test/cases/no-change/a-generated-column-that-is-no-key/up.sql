-- Install extension uuid-ossp, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA "public";

-- Create table ticket
CREATE TABLE "public"."ticket" (
  "id" integer NOT NULL,
  "number" serial NOT NULL,
  "token" uuid DEFAULT public.uuid_generate_v4() NOT NULL,
  CONSTRAINT "PK_d9a0835407701eb86f874474b7c" PRIMARY KEY (id)
);
