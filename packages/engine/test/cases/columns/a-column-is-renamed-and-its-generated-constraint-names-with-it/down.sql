-- Rename index IDX_694bfdea3c837d46f2562adb6d to IDX_d558f9ee7416adf28fc90e30ae
ALTER INDEX "public"."IDX_694bfdea3c837d46f2562adb6d" RENAME TO "IDX_d558f9ee7416adf28fc90e30ae";

-- Rename constraint UQ_694bfdea3c837d46f2562adb6d0 of widget to UQ_d558f9ee7416adf28fc90e30ae8
ALTER TABLE "public"."widget" RENAME CONSTRAINT "UQ_694bfdea3c837d46f2562adb6d0" TO "UQ_d558f9ee7416adf28fc90e30ae8";

-- Rename column widget.title to name
-- breaksDeployedCode: Code that still says title fails.
ALTER TABLE "public"."widget" RENAME COLUMN "title" TO "name";
