-- Create domain email
CREATE DOMAIN "public"."email" AS text COLLATE "pg_catalog"."C" DEFAULT 'a@b'::text NOT NULL CONSTRAINT "at_sign" CHECK ((VALUE ~~ '%@%'::text)) CONSTRAINT "email_check" CHECK ((length(VALUE) < 100));

-- Comment on domain email
COMMENT ON DOMAIN "public"."email" IS 'an address';

-- Create type address
CREATE TYPE "public"."address" AS ("street" text, "number" integer, "tags" text[]);

-- Comment on composite address
COMMENT ON TYPE "public"."address" IS 'a place';

-- Create range type span
CREATE TYPE "public"."span" AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = "public"."span_multirange");

-- Create table shop
CREATE TABLE "public"."shop" (
  "id" integer NOT NULL,
  "mail" public.email,
  "place" public.address,
  "spans" public.span,
  "mails" public.email[],
  CONSTRAINT "shop_pkey" PRIMARY KEY (id)
);
