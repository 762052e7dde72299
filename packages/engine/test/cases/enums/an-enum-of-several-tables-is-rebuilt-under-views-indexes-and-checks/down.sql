-- Drop view news
DROP VIEW "public"."news";

-- Drop index olds of b
DROP INDEX "public"."olds";

-- Drop check never of b
ALTER TABLE "public"."b" DROP CONSTRAINT "never";

-- Set enum state aside
ALTER TYPE "public"."state" RENAME TO "state_retired";

-- Create enum state with its new labels
CREATE TYPE "public"."state" AS ENUM ('new', 'gone', 'old');

-- Move a.state to the new state
-- blocksReads: a is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."a"
  ALTER COLUMN "state" DROP DEFAULT,
  ALTER COLUMN "state" TYPE "public"."state" USING "state"::text::"public"."state",
  ALTER COLUMN "state" SET DEFAULT 'new'::public.state;

-- Move b.states, state to the new state
-- blocksReads: b is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."b"
  ALTER COLUMN "states" DROP DEFAULT,
  ALTER COLUMN "states" TYPE "public"."state"[] USING "states"::text[]::"public"."state"[],
  ALTER COLUMN "states" SET DEFAULT '{}'::public.state[],
  ALTER COLUMN "state" TYPE "public"."state" USING "state"::text::"public"."state";

-- Drop the old state
DROP TYPE "public"."state_retired";

-- Add check never to b
-- blocksReads: Every row of b is checked: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of b violates never.
ALTER TABLE "public"."b" ADD CONSTRAINT "never" CHECK (((state <> 'new'::public.state) OR (id > 0)));

-- Create index olds on b
-- blocksWrites: An index is built: nobody can write b meanwhile.
CREATE INDEX "olds" ON "public"."b" ("id") WHERE (state = 'old'::public.state);

-- Create view news
CREATE VIEW "public"."news" AS
SELECT id
   FROM public.a
  WHERE (state = 'new'::public.state);
