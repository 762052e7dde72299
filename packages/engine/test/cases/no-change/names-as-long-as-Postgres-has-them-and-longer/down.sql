-- Drop table a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some
-- losesData: The rows of a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some are gone.
-- breaksDeployedCode: Code that still maps a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some fails.
-- note: The way back makes a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some again without its rows.
DROP TABLE "public"."a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some";

-- Drop table a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more
-- losesData: The rows of a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more are gone.
-- breaksDeployedCode: Code that still maps a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more fails.
-- note: The way back makes a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more again without its rows.
DROP TABLE "public"."a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more";
