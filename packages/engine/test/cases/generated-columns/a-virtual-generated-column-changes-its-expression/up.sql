-- Drop column t.b
ALTER TABLE "public"."t" DROP COLUMN "b";

-- Add column t.b
ALTER TABLE "public"."t" ADD COLUMN "b" integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL;
