-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "json" json NOT NULL,
  "binary" jsonb NOT NULL,
  "xml" xml NOT NULL,
  "path" jsonpath NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
