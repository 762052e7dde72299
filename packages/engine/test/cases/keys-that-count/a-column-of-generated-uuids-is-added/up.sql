-- Install extension uuid-ossp, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA "public";

-- Add column widget.token
-- blocksReads: widget is rewritten, because token is computed for every row: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ADD COLUMN "token" uuid DEFAULT public.uuid_generate_v4() NOT NULL;
