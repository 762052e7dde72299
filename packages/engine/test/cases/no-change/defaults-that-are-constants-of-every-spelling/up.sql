-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "at" timestamp with time zone DEFAULT '2019-12-31 22:00:00+00'::timestamp with time zone NOT NULL,
  "leap" date DEFAULT '2020-02-29'::date NOT NULL,
  "span" interval DEFAULT '1 day 02:00:00'::interval NOT NULL,
  "thousand" numeric DEFAULT '1000'::numeric NOT NULL,
  "five" integer DEFAULT (2 + 3) NOT NULL,
  "upper" character varying(10) DEFAULT upper('abc'::text) NOT NULL,
  "nil" uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  "home" inet DEFAULT '127.0.0.1'::inet NOT NULL,
  "point" point DEFAULT '(1,2)'::point NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
