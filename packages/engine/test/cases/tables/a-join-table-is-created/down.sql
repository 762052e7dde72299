-- Drop index IDX_b651178cc41334544a7a9601c4 of post_tags_tag
DROP INDEX "public"."IDX_b651178cc41334544a7a9601c4";

-- Drop index IDX_41e7626b9cc03c5c65812ae55e of post_tags_tag
DROP INDEX "public"."IDX_41e7626b9cc03c5c65812ae55e";

-- Drop foreign key FK_b651178cc41334544a7a9601c45 of post_tags_tag
ALTER TABLE "public"."post_tags_tag" DROP CONSTRAINT "FK_b651178cc41334544a7a9601c45";

-- Drop foreign key FK_41e7626b9cc03c5c65812ae55e8 of post_tags_tag
ALTER TABLE "public"."post_tags_tag" DROP CONSTRAINT "FK_41e7626b9cc03c5c65812ae55e8";

-- Drop table post_tags_tag
-- losesData: The rows of post_tags_tag are gone.
-- breaksDeployedCode: Code that still maps post_tags_tag fails.
-- note: The way back makes post_tags_tag again without its rows.
DROP TABLE "public"."post_tags_tag";
