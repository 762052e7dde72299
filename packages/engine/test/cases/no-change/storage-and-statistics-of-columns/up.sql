-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
) WITH (autovacuum_enabled=false, fillfactor=80, toast.autovacuum_enabled=false);

-- Set the storage of person.name
ALTER TABLE ONLY "public"."person" ALTER COLUMN "name" SET STORAGE EXTERNAL;

-- Set the compression of person.email
ALTER TABLE "public"."person" ALTER COLUMN "email" SET COMPRESSION pglz;

-- Set the statistics target of person.age
ALTER TABLE ONLY "public"."person" ALTER COLUMN "age" SET STATISTICS 500;

-- Set the options of person.age
ALTER TABLE "public"."person" ALTER COLUMN "age" SET (n_distinct=-0.5);
