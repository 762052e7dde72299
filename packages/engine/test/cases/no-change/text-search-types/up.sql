-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "vector" tsvector NOT NULL,
  "query" tsquery NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
