-- Make b unlogged
-- blocksReads: b is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."b" SET UNLOGGED;

-- Make a logged
-- blocksReads: a is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."a" SET LOGGED;

-- Make sequence b_id_seq unlogged
ALTER SEQUENCE "public"."b_id_seq" SET UNLOGGED;

-- Make sequence a_id_seq logged
ALTER SEQUENCE "public"."a_id_seq" SET LOGGED;
