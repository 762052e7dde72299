-- Create table person
CREATE TABLE "public"."person" (
  "first" text,
  "last" text,
  "whole" text GENERATED ALWAYS AS (((first || ' '::text) || last)) VIRTUAL,
  "size" integer GENERATED ALWAYS AS (length(first)) STORED
);
