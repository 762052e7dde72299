-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "list" text NOT NULL,
  "json" text NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
