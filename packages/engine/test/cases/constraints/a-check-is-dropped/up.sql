-- Drop check positive of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "positive";
