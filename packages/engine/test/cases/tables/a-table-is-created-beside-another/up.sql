-- Create table gadget
CREATE TABLE "public"."gadget" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "gadget_pk" PRIMARY KEY (id)
);
