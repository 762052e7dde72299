-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "bytes" text COLLATE "pg_catalog"."C" NOT NULL,
  "posix" character varying(10) COLLATE "pg_catalog"."POSIX" NOT NULL,
  "unicode" text COLLATE "pg_catalog"."und-x-icu" NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
