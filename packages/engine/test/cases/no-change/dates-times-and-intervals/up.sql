-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "day" date NOT NULL,
  "time" time without time zone NOT NULL,
  "zoned" time(2) with time zone NOT NULL,
  "short" time with time zone NOT NULL,
  "span" interval NOT NULL,
  "precise" interval(3) NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
