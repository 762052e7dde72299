-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "bit" bit(1) NOT NULL,
  "three" bit(3) NOT NULL,
  "bits" bit varying NOT NULL,
  "upTo" bit varying(9) NOT NULL,
  "bytes" bytea NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
