-- Add column widget.d
ALTER TABLE "public"."widget" ADD COLUMN "d" integer;

-- Add column widget.e
ALTER TABLE "public"."widget" ADD COLUMN "e" integer;

-- Drop column widget.b
-- losesData: The values of widget.b are gone.
-- breaksDeployedCode: Code that still maps b fails on every find and insert.
-- note: The way back makes widget.b again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "b";

-- Drop column widget.c
-- losesData: The values of widget.c are gone.
-- breaksDeployedCode: Code that still maps c fails on every find and insert.
-- note: The way back makes widget.c again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "c";
