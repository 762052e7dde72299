-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "ints" integer[] NOT NULL,
  "texts" text[] DEFAULT '{}'::text[] NOT NULL,
  "short" character varying(10)[],
  "sums" numeric(8,2)[] NOT NULL,
  "ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  "times" timestamp with time zone[] NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
