-- Forbid NULL in domain email
ALTER DOMAIN "public"."email" SET NOT NULL;

-- Set the default of domain email
ALTER DOMAIN "public"."email" SET DEFAULT 'a@b'::text;

-- Add check short to domain email
ALTER DOMAIN "public"."email" ADD CONSTRAINT "short" CHECK ((length(VALUE) < 50));
