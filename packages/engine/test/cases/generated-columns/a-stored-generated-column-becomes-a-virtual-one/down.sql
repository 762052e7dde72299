-- Drop column t.b
ALTER TABLE "public"."t" DROP COLUMN "b";

-- Add column t.b
-- blocksReads: t is rewritten, because b is computed for every row: nobody can read or write it meanwhile.
ALTER TABLE "public"."t" ADD COLUMN "b" integer GENERATED ALWAYS AS ((a * 2)) STORED;
