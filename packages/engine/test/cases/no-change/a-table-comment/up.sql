-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Comment on table person
COMMENT ON TABLE "public"."person" IS 'All the people, of "all" times';
