-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "net" cidr NOT NULL,
  "host" inet NOT NULL,
  "mac" macaddr NOT NULL,
  "mac8" macaddr8 NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
