-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "plain" timestamp without time zone NOT NULL,
  "zoned" timestamp with time zone NOT NULL,
  "millis" timestamp(3) without time zone NOT NULL,
  "seconds" timestamp(0) with time zone NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
