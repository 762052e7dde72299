-- Create enum ty"pe
CREATE TYPE "public"."ty""pe" AS ENUM ('a"b');

-- Create table say "hi"
CREATE TABLE "public"."say ""hi""" (
  "id" serial NOT NULL,
  "a""b" text DEFAULT 'x'::text,
  "back\slash" integer,
  "e""n" public."ty""pe" DEFAULT 'a"b'::public."ty""pe",
  CONSTRAINT "say ""hi""_pkey" PRIMARY KEY (id)
);

-- Create index in"dex on say "hi"
CREATE INDEX "in""dex" ON "public"."say ""hi""" ("a""b");
