-- Rename table widget to gadget
-- breaksDeployedCode: Code that still says widget fails.
ALTER TABLE "public"."widget" RENAME TO "gadget";

-- Rename constraint widget_pk of gadget to gadget_pk
ALTER TABLE "public"."gadget" RENAME CONSTRAINT "widget_pk" TO "gadget_pk";
