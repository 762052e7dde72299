-- Drop the default of widget.code
ALTER TABLE "public"."widget" ALTER COLUMN "code" DROP DEFAULT;

-- Drop function next_code()
DROP FUNCTION "public"."next_code"();
