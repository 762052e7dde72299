-- Rename index IDX_2325a825da48a55e4f11d543cb to IDX_d558f9ee7416adf28fc90e30ae
ALTER INDEX "public"."IDX_2325a825da48a55e4f11d543cb" RENAME TO "IDX_d558f9ee7416adf28fc90e30ae";

-- Rename constraint UQ_2325a825da48a55e4f11d543cbc of gadget to UQ_d558f9ee7416adf28fc90e30ae8
ALTER TABLE "public"."gadget" RENAME CONSTRAINT "UQ_2325a825da48a55e4f11d543cbc" TO "UQ_d558f9ee7416adf28fc90e30ae8";

-- Rename constraint PK_0498ae0e75a2324586e3d0ccdb5 of gadget to PK_feb5fda4f8d30bbe0022f4ca804
ALTER TABLE "public"."gadget" RENAME CONSTRAINT "PK_0498ae0e75a2324586e3d0ccdb5" TO "PK_feb5fda4f8d30bbe0022f4ca804";

-- Rename constraint FK_8ab9110888794180fd416445dce of gadget to FK_8b076daaffe7139a1f342e4731e
ALTER TABLE "public"."gadget" RENAME CONSTRAINT "FK_8ab9110888794180fd416445dce" TO "FK_8b076daaffe7139a1f342e4731e";

-- Rename sequence gadget_id_seq to widget_id_seq
ALTER SEQUENCE "public"."gadget_id_seq" RENAME TO "widget_id_seq";

-- Rename table gadget to widget
-- breaksDeployedCode: Code that still says gadget fails.
ALTER TABLE "public"."gadget" RENAME TO "widget";

-- Rename type gadget_kind_enum to widget_kind_enum
ALTER TYPE "public"."gadget_kind_enum" RENAME TO "widget_kind_enum";
