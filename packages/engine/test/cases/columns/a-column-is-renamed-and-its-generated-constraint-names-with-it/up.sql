-- Rename column widget.name to title
-- breaksDeployedCode: Code that still says name fails.
ALTER TABLE "public"."widget" RENAME COLUMN "name" TO "title";

-- Rename constraint UQ_d558f9ee7416adf28fc90e30ae8 of widget to UQ_694bfdea3c837d46f2562adb6d0
ALTER TABLE "public"."widget" RENAME CONSTRAINT "UQ_d558f9ee7416adf28fc90e30ae8" TO "UQ_694bfdea3c837d46f2562adb6d0";

-- Rename index IDX_d558f9ee7416adf28fc90e30ae to IDX_694bfdea3c837d46f2562adb6d
ALTER INDEX "public"."IDX_d558f9ee7416adf28fc90e30ae" RENAME TO "IDX_694bfdea3c837d46f2562adb6d";
