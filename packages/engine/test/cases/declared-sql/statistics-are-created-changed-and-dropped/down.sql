-- Drop statistics a
DROP STATISTICS "public"."a";

-- Drop statistics b
DROP STATISTICS "public"."b";

-- Create statistics a
CREATE STATISTICS "public"."a" (ndistinct) ON "name", "size" FROM "public"."widget";

-- Create statistics c
CREATE STATISTICS "public"."c" ON "id", "name" FROM "public"."widget";
