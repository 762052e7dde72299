-- Drop check at_sign of domain email
ALTER DOMAIN "public"."email" DROP CONSTRAINT "at_sign";

-- Add check at_sign to domain email
ALTER DOMAIN "public"."email" ADD CONSTRAINT "at_sign" CHECK ((VALUE ~~ '%@%'::text));
