-- Create table person
CREATE TABLE "public"."person" (
  "id" serial NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create table place
CREATE TABLE "public"."place" (
  "id" bigserial NOT NULL,
  CONSTRAINT "PK_96ab91d43aa89c5de1b59ee7cca" PRIMARY KEY (id)
);

-- Create table thing
CREATE TABLE "public"."thing" (
  "id" smallserial NOT NULL,
  CONSTRAINT "PK_e7757c5911e20acd09faa22d1ac" PRIMARY KEY (id)
);
