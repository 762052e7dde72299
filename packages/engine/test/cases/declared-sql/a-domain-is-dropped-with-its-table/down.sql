-- Create domain email
CREATE DOMAIN "public"."email" AS text CONSTRAINT "at_sign" CHECK ((VALUE ~~ '%@%'::text));

-- Create table t
CREATE TABLE "public"."t" (
  "mail" public.email
);
