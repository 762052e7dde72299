-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "closed" int4range DEFAULT '[1,11)'::int4range NOT NULL,
  "open" tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
