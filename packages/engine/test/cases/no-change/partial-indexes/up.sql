-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" character varying NOT NULL,
  "age" integer NOT NULL,
  "died" date,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create index adults on person
CREATE UNIQUE INDEX "adults" ON "public"."person" ("name") WHERE ((age >= 18) AND ((name)::text <> ''::text));

-- Create index listed on person
CREATE INDEX "listed" ON "public"."person" ("name") WHERE ((name)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]));

-- Create index living on person
CREATE INDEX "living" ON "public"."person" ("name") WHERE (died IS NULL);
