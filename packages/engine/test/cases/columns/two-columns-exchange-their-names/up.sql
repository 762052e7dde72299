-- Rename column widget.a to retort_aside
-- breaksDeployedCode: Code that still says a fails.
ALTER TABLE "public"."widget" RENAME COLUMN "a" TO "retort_aside";

-- Rename column widget.b to a
-- breaksDeployedCode: Code that still says b fails.
ALTER TABLE "public"."widget" RENAME COLUMN "b" TO "a";

-- Rename column widget.retort_aside to b
ALTER TABLE "public"."widget" RENAME COLUMN "retort_aside" TO "b";
