-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "empty" jsonb DEFAULT '{}'::jsonb NOT NULL,
  "keys" jsonb DEFAULT '{"a": [true, null], "b": 1}'::jsonb NOT NULL,
  "text" json DEFAULT '{"b":1,"a":2}'::json NOT NULL,
  "list" jsonb DEFAULT '[]'::jsonb NOT NULL,
  "cast" jsonb DEFAULT '[]'::jsonb NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
