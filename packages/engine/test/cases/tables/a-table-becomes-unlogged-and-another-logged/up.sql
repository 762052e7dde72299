-- Make sequence a_id_seq unlogged
ALTER SEQUENCE "public"."a_id_seq" SET UNLOGGED;

-- Make sequence b_id_seq logged
ALTER SEQUENCE "public"."b_id_seq" SET LOGGED;

-- Make a unlogged
-- blocksReads: a is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."a" SET UNLOGGED;

-- Make b logged
-- blocksReads: b is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."b" SET LOGGED;
