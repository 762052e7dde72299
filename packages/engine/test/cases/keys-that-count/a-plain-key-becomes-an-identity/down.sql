-- Make widget.id an ordinary column
ALTER TABLE "public"."widget" ALTER COLUMN "id" DROP IDENTITY;
