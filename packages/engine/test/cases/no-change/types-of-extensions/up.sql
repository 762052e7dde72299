-- Install extension citext
CREATE EXTENSION "citext" WITH SCHEMA "public";

-- Install extension cube
CREATE EXTENSION "cube" WITH SCHEMA "public";

-- Install extension hstore
CREATE EXTENSION "hstore" WITH SCHEMA "public";

-- Install extension ltree
CREATE EXTENSION "ltree" WITH SCHEMA "public";

-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "email" public.citext NOT NULL,
  "pairs" public.hstore NOT NULL,
  "cube" public.cube NOT NULL,
  "tree" public.ltree NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
