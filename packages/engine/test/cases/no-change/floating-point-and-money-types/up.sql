-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "single" real NOT NULL,
  "double" double precision NOT NULL,
  "float" double precision NOT NULL,
  "four" real NOT NULL,
  "price" money NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
