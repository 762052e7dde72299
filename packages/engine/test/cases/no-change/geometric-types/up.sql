-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "point" point NOT NULL,
  "line" line NOT NULL,
  "segment" lseg NOT NULL,
  "box" box NOT NULL,
  "path" path NOT NULL,
  "polygon" polygon NOT NULL,
  "circle" circle NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
