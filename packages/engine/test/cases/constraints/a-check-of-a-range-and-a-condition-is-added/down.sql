-- Drop check ranged of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "ranged";
