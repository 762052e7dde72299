-- Install extension uuid-ossp, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA "public";

-- Add column widget.token
ALTER TABLE "public"."widget" ADD COLUMN "token" uuid DEFAULT public.uuid_generate_v4() NOT NULL;
