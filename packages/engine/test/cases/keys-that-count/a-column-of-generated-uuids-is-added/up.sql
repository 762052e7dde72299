-- Install extension uuid-ossp
CREATE EXTENSION "uuid-ossp" WITH SCHEMA "public";

-- Add column widget.token
ALTER TABLE "public"."widget" ADD COLUMN "token" uuid DEFAULT public.uuid_generate_v4() NOT NULL;
