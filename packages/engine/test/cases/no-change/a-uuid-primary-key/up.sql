-- Install extension uuid-ossp, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA "public";

-- Create table person
CREATE TABLE "public"."person" (
  "id" uuid DEFAULT public.uuid_generate_v4() NOT NULL,
  CONSTRAINT "person_pk" PRIMARY KEY (id)
);
