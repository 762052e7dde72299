-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "text" text NOT NULL,
  "open" character varying NOT NULL,
  "short" character varying(255) NOT NULL,
  "one" character varying(1) NOT NULL,
  "letter" character(1) NOT NULL,
  "code" character(8) NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
