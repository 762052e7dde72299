-- Drop statistics c
DROP STATISTICS "public"."c";

-- Drop statistics a
DROP STATISTICS "public"."a";

-- Create statistics b
CREATE STATISTICS "public"."b" ON "name", "size" FROM "public"."widget";

-- Create statistics a
CREATE STATISTICS "public"."a" (mcv) ON "name", "size" FROM "public"."widget";
