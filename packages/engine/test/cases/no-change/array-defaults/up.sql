-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "ints" integer[] DEFAULT '{1,2}'::integer[] NOT NULL,
  "texts" text[] DEFAULT '{a,"b c"}'::text[] NOT NULL,
  "built" text[] DEFAULT ARRAY[]::text[] NOT NULL,
  "empty" integer[] DEFAULT '{}'::integer[] NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
