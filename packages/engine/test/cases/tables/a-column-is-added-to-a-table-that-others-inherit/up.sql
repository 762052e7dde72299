-- Add column parent.c
ALTER TABLE "public"."parent" ADD COLUMN "c" integer DEFAULT 1;
