-- Let widget follow no index
ALTER TABLE "public"."widget" SET WITHOUT CLUSTER;

-- Set the replica identity of widget
ALTER TABLE "public"."widget" REPLICA IDENTITY FULL;
