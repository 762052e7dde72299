-- Create enum kind_of
CREATE TYPE "public"."kind_of" AS ENUM ('a', 'b');

-- Add column a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some.kind
ALTER TABLE "public"."a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some" ADD COLUMN "kind" public.kind_of;
