-- Create range type span
CREATE TYPE "public"."span" AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = "pg_catalog"."float8mi", MULTIRANGE_TYPE_NAME = "public"."span_multirange");

-- Create table t
CREATE TABLE "public"."t" (
  "s" public.span
);
