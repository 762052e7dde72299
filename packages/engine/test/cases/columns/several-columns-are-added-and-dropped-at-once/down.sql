-- Add column widget.c
ALTER TABLE "public"."widget" ADD COLUMN "c" integer;

-- Add column widget.b
ALTER TABLE "public"."widget" ADD COLUMN "b" integer;

-- Drop column widget.e
-- losesData: The values of widget.e are gone.
-- breaksDeployedCode: Code that still maps e fails on every find and insert.
-- note: The way back makes widget.e again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "e";

-- Drop column widget.d
-- losesData: The values of widget.d are gone.
-- breaksDeployedCode: Code that still maps d fails on every find and insert.
-- note: The way back makes widget.d again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "d";
