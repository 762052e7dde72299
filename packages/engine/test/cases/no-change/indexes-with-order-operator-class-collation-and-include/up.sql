-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create index collated on person
CREATE INDEX "collated" ON "public"."person" ("name" COLLATE "pg_catalog"."C" DESC);

-- Create index covering on person
CREATE UNIQUE INDEX "covering" ON "public"."person" ("age") INCLUDE ("name", "email");

-- Create index filled on person
CREATE INDEX "filled" ON "public"."person" ("age") WITH (fillfactor=70);

-- Create index ordered on person
CREATE INDEX "ordered" ON "public"."person" ("age" DESC NULLS LAST, "name" NULLS FIRST);

-- Create index patterns on person
CREATE INDEX "patterns" ON "public"."person" ("name" "pg_catalog"."text_pattern_ops");

-- Create index trigrams on person
CREATE INDEX "trigrams" ON "public"."person" USING "brin" ("age") WITH (pages_per_range=32);
