-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "ints" int4range NOT NULL,
  "bigs" int8range NOT NULL,
  "nums" numrange NOT NULL,
  "times" tsrange NOT NULL,
  "zoned" tstzrange NOT NULL,
  "days" daterange NOT NULL,
  "many" datemultirange NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
