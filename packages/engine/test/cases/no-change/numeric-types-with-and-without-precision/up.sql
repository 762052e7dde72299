-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "bare" numeric NOT NULL,
  "whole" numeric(10,0) NOT NULL,
  "money" numeric(10,2) NOT NULL,
  "fraction" numeric(5,5) NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
