-- Create enum Type Of All
CREATE TYPE "public"."Type Of All" AS ENUM ('a');

-- Create table Select Table
CREATE TABLE "public"."Select Table" (
  "User" integer NOT NULL,
  "order" text NOT NULL,
  "CamelCase" text NOT NULL,
  "it's" text NOT NULL,
  "ünï cödé" text NOT NULL,
  "1st" text NOT NULL,
  "type" public."Type Of All" NOT NULL,
  CONSTRAINT "PK_cae5ab0ed5706e0bc6c2ec9fbac" PRIMARY KEY ("User")
);

-- Create index Index Of All on Select Table
CREATE INDEX "Index Of All" ON "public"."Select Table" ("order");
