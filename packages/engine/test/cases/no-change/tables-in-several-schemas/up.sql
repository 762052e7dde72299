-- Create schema Odd Schema
CREATE SCHEMA "Odd Schema";

-- Create schema billing
CREATE SCHEMA "billing";

-- Create enum billing.invoice_kind_enum
CREATE TYPE "billing"."invoice_kind_enum" AS ENUM ('a', 'b');

-- Create table Odd Schema.item
CREATE TABLE "Odd Schema"."item" (
  "id" serial NOT NULL,
  "invoiceId" integer,
  CONSTRAINT "PK_d3c0c71f23e7adcf952a1d13423" PRIMARY KEY (id)
);

-- Create table billing.invoice
CREATE TABLE "billing"."invoice" (
  "id" serial NOT NULL,
  "kind" billing.invoice_kind_enum NOT NULL,
  CONSTRAINT "PK_15d25c200d9bcd8a33f698daf18" PRIMARY KEY (id)
);

-- Add foreign key FK_67e5ec3f9c69c91c3f444d8bb6c to Odd Schema.item
ALTER TABLE "Odd Schema"."item" ADD CONSTRAINT "FK_67e5ec3f9c69c91c3f444d8bb6c" FOREIGN KEY ("invoiceId") REFERENCES billing.invoice(id);
