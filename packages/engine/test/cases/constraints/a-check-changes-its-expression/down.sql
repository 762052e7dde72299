-- Drop check positive of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "positive";

-- Add check positive to widget
-- blocksReads: Every row of widget is checked: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of widget violates positive.
ALTER TABLE "public"."widget" ADD CONSTRAINT "positive" CHECK ((size > 0));
