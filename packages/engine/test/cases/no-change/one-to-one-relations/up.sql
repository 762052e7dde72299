-- Install extension uuid-ossp, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA "public";

-- Create table passport
CREATE TABLE "public"."passport" (
  "id" uuid DEFAULT public.uuid_generate_v4() NOT NULL,
  CONSTRAINT "PK_48da3babc4ea0bcbb594251d892" PRIMARY KEY (id)
);

-- Create table person
CREATE TABLE "public"."person" (
  "id" serial NOT NULL,
  "passportId" uuid,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id),
  CONSTRAINT "REL_816502fb63121a392bf41f426f" UNIQUE ("passportId")
);

-- Add foreign key FK_816502fb63121a392bf41f426f2 to person
ALTER TABLE "public"."person" ADD CONSTRAINT "FK_816502fb63121a392bf41f426f2" FOREIGN KEY ("passportId") REFERENCES public.passport(id);
