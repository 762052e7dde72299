-- Drop index IDX_fe732379b449e3dc89f52b8b44 of folder_closure
DROP INDEX "public"."IDX_fe732379b449e3dc89f52b8b44";

-- Drop index IDX_073b49e13e4ebe5c294443a16b of folder_closure
DROP INDEX "public"."IDX_073b49e13e4ebe5c294443a16b";

-- Drop foreign key FK_9ee3bd0f189fb242d488c0dfa39 of folder
ALTER TABLE "public"."folder" DROP CONSTRAINT "FK_9ee3bd0f189fb242d488c0dfa39";

-- Drop foreign key FK_fe732379b449e3dc89f52b8b441 of folder_closure
ALTER TABLE "public"."folder_closure" DROP CONSTRAINT "FK_fe732379b449e3dc89f52b8b441";

-- Drop foreign key FK_073b49e13e4ebe5c294443a16b4 of folder_closure
ALTER TABLE "public"."folder_closure" DROP CONSTRAINT "FK_073b49e13e4ebe5c294443a16b4";

-- Drop column folder.parentId
-- losesData: The values of folder.parentId are gone.
-- breaksDeployedCode: Code that still maps parentId fails on every find and insert.
-- note: The way back makes folder.parentId again without its values.
ALTER TABLE "public"."folder" DROP COLUMN "parentId";

-- Drop table folder_closure
-- losesData: The rows of folder_closure are gone.
-- breaksDeployedCode: Code that still maps folder_closure fails.
-- note: The way back makes folder_closure again without its rows.
DROP TABLE "public"."folder_closure";
