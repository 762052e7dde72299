-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "empty" text DEFAULT ''::text NOT NULL,
  "words" character varying(20) DEFAULT 'some words'::character varying NOT NULL,
  "code" character(3) DEFAULT 'abc'::bpchar NOT NULL,
  "quoted" text DEFAULT 'o''clock'::text NOT NULL,
  "lines" text DEFAULT 'a
b'::text NOT NULL,
  "unicode" text DEFAULT 'ünïcödé 💡'::text NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
