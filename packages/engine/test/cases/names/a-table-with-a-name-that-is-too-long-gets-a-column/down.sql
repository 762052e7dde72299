-- Drop column a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some.kind
-- losesData: The values of a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some.kind are gone.
-- breaksDeployedCode: Code that still maps kind fails on every find and insert.
-- note: The way back makes a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some.kind again without its values.
ALTER TABLE "public"."a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some" DROP COLUMN "kind";

-- Drop enum kind_of
DROP TYPE "public"."kind_of";
