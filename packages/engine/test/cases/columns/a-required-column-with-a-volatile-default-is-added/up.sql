-- Add column widget.token
-- blocksReads: widget is rewritten, because token is computed for every row: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ADD COLUMN "token" uuid DEFAULT gen_random_uuid() NOT NULL;
