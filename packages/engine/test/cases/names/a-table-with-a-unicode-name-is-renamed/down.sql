-- Rename constraint größe_pk of größe to straße_pk
ALTER TABLE "public"."größe" RENAME CONSTRAINT "größe_pk" TO "straße_pk";

-- Rename table größe to straße
-- breaksDeployedCode: Code that still says größe fails.
ALTER TABLE "public"."größe" RENAME TO "straße";
