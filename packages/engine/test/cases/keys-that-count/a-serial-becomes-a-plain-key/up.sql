-- Drop the default of widget.id
ALTER TABLE "public"."widget" ALTER COLUMN "id" DROP DEFAULT;

-- Drop sequence widget_id_seq
DROP SEQUENCE "public"."widget_id_seq";
