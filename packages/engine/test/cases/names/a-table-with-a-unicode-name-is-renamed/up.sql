-- Rename table straße to größe
-- breaksDeployedCode: Code that still says straße fails.
ALTER TABLE "public"."straße" RENAME TO "größe";

-- Rename constraint straße_pk of größe to größe_pk
ALTER TABLE "public"."größe" RENAME CONSTRAINT "straße_pk" TO "größe_pk";
