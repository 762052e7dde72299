-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "zero" integer DEFAULT 0 NOT NULL,
  "minus" integer DEFAULT '-1'::integer NOT NULL,
  "price" numeric(10,2) DEFAULT 1.5 NOT NULL,
  "big" bigint DEFAULT '9007199254740993'::bigint NOT NULL,
  "real" real DEFAULT '0.1'::real NOT NULL,
  "small" smallint DEFAULT '7'::smallint NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
