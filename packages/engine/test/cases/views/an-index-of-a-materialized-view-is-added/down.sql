-- Drop index small_id of small
DROP INDEX "public"."small_id";
