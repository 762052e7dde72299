-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "tags" text[] NOT NULL,
  "born" date NOT NULL,
  "place" box NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create index blocks on person
CREATE INDEX "blocks" ON "public"."person" USING "brin" ("born");

-- Create index hashed on person
CREATE INDEX "hashed" ON "public"."person" USING "hash" ("name");

-- Create index inverted on person
CREATE INDEX "inverted" ON "public"."person" USING "gin" ("tags");

-- Create index spatial on person
CREATE INDEX "spatial" ON "public"."person" USING "gist" ("place");
