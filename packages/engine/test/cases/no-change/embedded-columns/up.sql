-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "nameFirst" text NOT NULL,
  "nameLast" text NOT NULL,
  "oldFirst" text NOT NULL,
  "oldLast" text NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);
