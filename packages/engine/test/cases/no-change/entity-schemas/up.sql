-- Create table people
CREATE TABLE "public"."people" (
  "id" serial NOT NULL,
  "name" character varying(40) DEFAULT 'x'::character varying NOT NULL,
  CONSTRAINT "PK_aa866e71353ee94c6cc51059c5b" PRIMARY KEY (id),
  CONSTRAINT "named" CHECK (((name)::text <> ''::text))
);

-- Create index by_name on people
CREATE INDEX "by_name" ON "public"."people" ("name");
