-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "long" boolean NOT NULL,
  "short" boolean,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
