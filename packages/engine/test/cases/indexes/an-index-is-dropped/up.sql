-- Drop index by_name of widget
DROP INDEX "public"."by_name";
