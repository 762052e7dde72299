-- Create enum shirt_colors_enum
CREATE TYPE "public"."shirt_colors_enum" AS ENUM ('red', 'light''s', 'with, comma');

-- Create enum shirt_other_enum
CREATE TYPE "public"."shirt_other_enum" AS ENUM ('s', 'm', 'l');

-- Create enum shirt_simple_enum
CREATE TYPE "public"."shirt_simple_enum" AS ENUM ('1', '2');

-- Create enum shirt_size_enum
CREATE TYPE "public"."shirt_size_enum" AS ENUM ('s', 'm', 'l');

-- Create table shirt
CREATE TABLE "public"."shirt" (
  "id" integer NOT NULL,
  "size" public.shirt_size_enum NOT NULL,
  "other" public.shirt_other_enum DEFAULT 'm'::public.shirt_other_enum,
  "colors" public.shirt_colors_enum[] DEFAULT '{red}'::public.shirt_colors_enum[] NOT NULL,
  "simple" public.shirt_simple_enum NOT NULL,
  CONSTRAINT "PK_591d83a26bbe27e76ebea6147b7" PRIMARY KEY (id)
);
