-- Install extension citext, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "citext" WITH SCHEMA "public";

-- Install extension cube, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "cube" WITH SCHEMA "public";

-- Install extension hstore, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "hstore" WITH SCHEMA "public";

-- Install extension ltree, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "ltree" WITH SCHEMA "public";

-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "email" public.citext NOT NULL,
  "pairs" public.hstore NOT NULL,
  "cube" public.cube NOT NULL,
  "tree" public.ltree NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
