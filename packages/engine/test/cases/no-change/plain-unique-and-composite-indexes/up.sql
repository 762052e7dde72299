-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "first" text NOT NULL,
  "last" text NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create index IDX_ada69a764450d63ccddeba99c3 on person
CREATE INDEX "IDX_ada69a764450d63ccddeba99c3" ON "public"."person" ("first");

-- Create index IDX_e3cbc78d0957fc1719fc8f96a9 on person
CREATE INDEX "IDX_e3cbc78d0957fc1719fc8f96a9" ON "public"."person" ("first", "last");

-- Create index by last on person
CREATE UNIQUE INDEX "by last" ON "public"."person" ("last", "first");

-- Create index by_last_alone on person
CREATE UNIQUE INDEX "by_last_alone" ON "public"."person" ("last");
