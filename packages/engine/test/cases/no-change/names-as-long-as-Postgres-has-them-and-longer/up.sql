-- Create sequence a_table_name_that_is_exactly_sixty_three_bytes_long_and__id_seq
CREATE SEQUENCE "public"."a_table_name_that_is_exactly_sixty_three_bytes_long_and__id_seq" AS integer;

-- Create table a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more
CREATE TABLE "public"."a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more" (
  "id" integer DEFAULT nextval('"public"."a_table_name_that_is_exactly_sixty_three_bytes_long_and__id_seq"'::regclass) NOT NULL,
  "a_column_name_that_is_exactly_sixty_three_bytes_long_and_no_mor" integer NOT NULL,
  CONSTRAINT "PK_8830ce2bbbf2ed5a8a76c62df7f" PRIMARY KEY (id)
);

-- Tie sequence a_table_name_that_is_exactly_sixty_three_bytes_long_and__id_seq to a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more.id
ALTER SEQUENCE "public"."a_table_name_that_is_exactly_sixty_three_bytes_long_and__id_seq" OWNED BY "public"."a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more"."id";

-- Create sequence a_table_name_that_is_so_long_that_postgres_will_cut_it_o_id_seq
CREATE SEQUENCE "public"."a_table_name_that_is_so_long_that_postgres_will_cut_it_o_id_seq" AS integer;

-- Create table a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some
CREATE TABLE "public"."a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some" (
  "id" integer DEFAULT nextval('"public"."a_table_name_that_is_so_long_that_postgres_will_cut_it_o_id_seq"'::regclass) NOT NULL,
  CONSTRAINT "PK_6d6a423016b6190f188d81ac33b" PRIMARY KEY (id)
);

-- Tie sequence a_table_name_that_is_so_long_that_postgres_will_cut_it_o_id_seq to a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some.id
ALTER SEQUENCE "public"."a_table_name_that_is_so_long_that_postgres_will_cut_it_o_id_seq" OWNED BY "public"."a_table_name_that_is_so_long_that_postgres_will_cut_it_off_some"."id";
