-- Drop foreign key FK_982c54a1efe0ad672a33424d41b of folder_tree_closure
ALTER TABLE "public"."folder_tree_closure" DROP CONSTRAINT "FK_982c54a1efe0ad672a33424d41b";

-- Drop foreign key FK_2c25d9147dfafcba8dbab9f9b41 of folder_tree_closure
ALTER TABLE "public"."folder_tree_closure" DROP CONSTRAINT "FK_2c25d9147dfafcba8dbab9f9b41";

-- Drop foreign key FK_9ee3bd0f189fb242d488c0dfa39 of folder
ALTER TABLE "public"."folder" DROP CONSTRAINT "FK_9ee3bd0f189fb242d488c0dfa39";

-- Drop foreign key FK_e3aebe2bd1c53467a07109be596 of comment
ALTER TABLE "public"."comment" DROP CONSTRAINT "FK_e3aebe2bd1c53467a07109be596";

-- Drop foreign key FK_d5456fd7e4c4866fec8ada1fa10 of category
ALTER TABLE "public"."category" DROP CONSTRAINT "FK_d5456fd7e4c4866fec8ada1fa10";

-- Drop table folder_tree_closure
-- losesData: The rows of folder_tree_closure are gone.
-- breaksDeployedCode: Code that still maps folder_tree_closure fails.
-- note: The way back makes folder_tree_closure again without its rows.
DROP TABLE "public"."folder_tree_closure";

-- Drop table folder
-- losesData: The rows of folder are gone.
-- breaksDeployedCode: Code that still maps folder fails.
-- note: The way back makes folder again without its rows.
DROP TABLE "public"."folder";

-- Drop table comment
-- losesData: The rows of comment are gone.
-- breaksDeployedCode: Code that still maps comment fails.
-- note: The way back makes comment again without its rows.
DROP TABLE "public"."comment";

-- Drop table category
-- losesData: The rows of category are gone.
-- breaksDeployedCode: Code that still maps category fails.
-- note: The way back makes category again without its rows.
DROP TABLE "public"."category";
