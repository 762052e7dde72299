-- Drop rule quiet of widget
DROP RULE "quiet" ON "public"."widget";
