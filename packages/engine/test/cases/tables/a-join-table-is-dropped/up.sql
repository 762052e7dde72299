-- Drop table post_tags_tag
-- losesData: The rows of post_tags_tag are gone.
-- breaksDeployedCode: Code that still maps post_tags_tag fails.
-- note: The way back makes post_tags_tag again without its rows.
DROP TABLE "public"."post_tags_tag";
