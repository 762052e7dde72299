-- Drop check short of domain email
ALTER DOMAIN "public"."email" DROP CONSTRAINT "short";

-- Remove the default of domain email
ALTER DOMAIN "public"."email" DROP DEFAULT;

-- Allow NULL in domain email
ALTER DOMAIN "public"."email" DROP NOT NULL;
