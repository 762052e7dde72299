-- Drop foreign key FK_b651178cc41334544a7a9601c45 of post_tags_tag
ALTER TABLE "public"."post_tags_tag" DROP CONSTRAINT "FK_b651178cc41334544a7a9601c45";

-- Drop foreign key FK_41e7626b9cc03c5c65812ae55e8 of post_tags_tag
ALTER TABLE "public"."post_tags_tag" DROP CONSTRAINT "FK_41e7626b9cc03c5c65812ae55e8";

-- Drop foreign key FK_91428b91aac773f8526025e3821 of post_related_post
ALTER TABLE "public"."post_related_post" DROP CONSTRAINT "FK_91428b91aac773f8526025e3821";

-- Drop foreign key FK_64fa3e8810888489cc8ccd80897 of post_related_post
ALTER TABLE "public"."post_related_post" DROP CONSTRAINT "FK_64fa3e8810888489cc8ccd80897";

-- Drop foreign key FK_6e4cd150b81def7a061c3aa3ca1 of odd join
ALTER TABLE "public"."odd join" DROP CONSTRAINT "FK_6e4cd150b81def7a061c3aa3ca1";

-- Drop foreign key FK_1e61c68e7cefcb04a2149333da0 of odd join
ALTER TABLE "public"."odd join" DROP CONSTRAINT "FK_1e61c68e7cefcb04a2149333da0";

-- Drop table tag
-- losesData: The rows of tag are gone.
-- breaksDeployedCode: Code that still maps tag fails.
-- note: The way back makes tag again without its rows.
DROP TABLE "public"."tag";

-- Drop table post_tags_tag
-- losesData: The rows of post_tags_tag are gone.
-- breaksDeployedCode: Code that still maps post_tags_tag fails.
-- note: The way back makes post_tags_tag again without its rows.
DROP TABLE "public"."post_tags_tag";

-- Drop table post_related_post
-- losesData: The rows of post_related_post are gone.
-- breaksDeployedCode: Code that still maps post_related_post fails.
-- note: The way back makes post_related_post again without its rows.
DROP TABLE "public"."post_related_post";

-- Drop table post
-- losesData: The rows of post are gone.
-- breaksDeployedCode: Code that still maps post fails.
-- note: The way back makes post again without its rows.
DROP TABLE "public"."post";

-- Drop table odd join
-- losesData: The rows of odd join are gone.
-- breaksDeployedCode: Code that still maps odd join fails.
-- note: The way back makes odd join again without its rows.
DROP TABLE "public"."odd join";
