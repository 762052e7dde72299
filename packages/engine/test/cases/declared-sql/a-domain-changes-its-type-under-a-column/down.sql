-- Set domain email aside
ALTER DOMAIN "public"."email" RENAME TO "email_retired";

-- Create domain email
CREATE DOMAIN "public"."email" AS text CONSTRAINT "at_sign" CHECK ((VALUE ~~ '%@%'::text));

-- Move t.mail to the new email
-- blocksReads: t is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the mail of a row of t cannot be converted.
ALTER TABLE "public"."t"
  ALTER COLUMN "mail" TYPE public.email;

-- Drop the old email
DROP DOMAIN "public"."email_retired";
