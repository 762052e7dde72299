-- Create table query-result-cache
CREATE TABLE "public"."query-result-cache" (
  "id" serial NOT NULL,
  "identifier" character varying,
  "time" bigint NOT NULL,
  "duration" integer NOT NULL,
  "query" text NOT NULL,
  "result" text NOT NULL,
  CONSTRAINT "PK_6a98f758d8bfd010e7e10ffd3d3" PRIMARY KEY (id)
);
