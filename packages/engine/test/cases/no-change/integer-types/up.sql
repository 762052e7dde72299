-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "small" smallint NOT NULL,
  "normal" integer NOT NULL,
  "big" bigint NOT NULL,
  "two" smallint NOT NULL,
  "eight" bigint NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
