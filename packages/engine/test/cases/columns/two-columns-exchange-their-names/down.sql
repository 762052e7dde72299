-- Rename column widget.b to retort_aside
-- breaksDeployedCode: Code that still says b fails.
ALTER TABLE "public"."widget" RENAME COLUMN "b" TO "retort_aside";

-- Rename column widget.a to b
-- breaksDeployedCode: Code that still says a fails.
ALTER TABLE "public"."widget" RENAME COLUMN "a" TO "b";

-- Rename column widget.retort_aside to a
ALTER TABLE "public"."widget" RENAME COLUMN "retort_aside" TO "a";
