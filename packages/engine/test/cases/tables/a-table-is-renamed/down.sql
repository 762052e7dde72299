-- Rename constraint gadget_pk of gadget to widget_pk
ALTER TABLE "public"."gadget" RENAME CONSTRAINT "gadget_pk" TO "widget_pk";

-- Rename table gadget to widget
-- breaksDeployedCode: Code that still says gadget fails.
ALTER TABLE "public"."gadget" RENAME TO "widget";
