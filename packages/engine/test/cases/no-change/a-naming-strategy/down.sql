-- Drop table t_person
-- losesData: The rows of t_person are gone.
-- breaksDeployedCode: Code that still maps t_person fails.
-- note: The way back makes t_person again without its rows.
DROP TABLE "public"."t_person";
