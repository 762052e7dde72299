-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "yes" boolean DEFAULT true NOT NULL,
  "no" boolean DEFAULT false NOT NULL,
  "unknown" boolean,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
