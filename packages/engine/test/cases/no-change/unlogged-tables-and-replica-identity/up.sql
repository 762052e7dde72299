-- Create sequence cache_id_seq
CREATE UNLOGGED SEQUENCE "public"."cache_id_seq" AS integer;

-- Create table cache
CREATE UNLOGGED TABLE "public"."cache" (
  "id" integer DEFAULT nextval('"public"."cache_id_seq"'::regclass) NOT NULL,
  "key" text NOT NULL,
  CONSTRAINT "cache_pkey" PRIMARY KEY (id)
);

-- Tie sequence cache_id_seq to cache.id
ALTER SEQUENCE "public"."cache_id_seq" OWNED BY "public"."cache"."id";

-- Create table log
CREATE TABLE "public"."log" (
  "line" text
);

-- Create index by_key on cache
CREATE UNIQUE INDEX "by_key" ON "public"."cache" ("key");

-- Set the replica identity of cache
ALTER TABLE "public"."cache" REPLICA IDENTITY USING INDEX "by_key";

-- Set the replica identity of log
ALTER TABLE "public"."log" REPLICA IDENTITY FULL;
