-- Rename type widget_kind_enum to gadget_kind_enum
ALTER TYPE "public"."widget_kind_enum" RENAME TO "gadget_kind_enum";

-- Rename table widget to gadget
-- breaksDeployedCode: Code that still says widget fails.
ALTER TABLE "public"."widget" RENAME TO "gadget";

-- Rename sequence widget_id_seq to gadget_id_seq
ALTER SEQUENCE "public"."widget_id_seq" RENAME TO "gadget_id_seq";

-- Rename constraint FK_8b076daaffe7139a1f342e4731e of gadget to FK_8ab9110888794180fd416445dce
ALTER TABLE "public"."gadget" RENAME CONSTRAINT "FK_8b076daaffe7139a1f342e4731e" TO "FK_8ab9110888794180fd416445dce";

-- Rename constraint PK_feb5fda4f8d30bbe0022f4ca804 of gadget to PK_0498ae0e75a2324586e3d0ccdb5
ALTER TABLE "public"."gadget" RENAME CONSTRAINT "PK_feb5fda4f8d30bbe0022f4ca804" TO "PK_0498ae0e75a2324586e3d0ccdb5";

-- Rename constraint UQ_d558f9ee7416adf28fc90e30ae8 of gadget to UQ_2325a825da48a55e4f11d543cbc
ALTER TABLE "public"."gadget" RENAME CONSTRAINT "UQ_d558f9ee7416adf28fc90e30ae8" TO "UQ_2325a825da48a55e4f11d543cbc";

-- Rename index IDX_d558f9ee7416adf28fc90e30ae to IDX_2325a825da48a55e4f11d543cb
ALTER INDEX "public"."IDX_d558f9ee7416adf28fc90e30ae" RENAME TO "IDX_2325a825da48a55e4f11d543cb";
