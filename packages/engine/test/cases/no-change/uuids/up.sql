-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "id2" uuid NOT NULL,
  "maybe" uuid,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
