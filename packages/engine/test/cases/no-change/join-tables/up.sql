-- Create table odd join
CREATE TABLE "public"."odd join" (
  "p" integer NOT NULL,
  "t" integer NOT NULL,
  CONSTRAINT "PK_6394bfc971c35b1a317ed50daaa" PRIMARY KEY (p, t)
);

-- Create table post
CREATE TABLE "public"."post" (
  "id" serial NOT NULL,
  CONSTRAINT "PK_be5fda3aac270b134ff9c21cdee" PRIMARY KEY (id)
);

-- Create table post_related_post
CREATE TABLE "public"."post_related_post" (
  "postId_1" integer NOT NULL,
  "postId_2" integer NOT NULL,
  CONSTRAINT "PK_5702326d956f5545662093a7c4b" PRIMARY KEY ("postId_1", "postId_2")
);

-- Create table post_tags_tag
CREATE TABLE "public"."post_tags_tag" (
  "postId" integer NOT NULL,
  "tagId" integer NOT NULL,
  CONSTRAINT "PK_e9b7b8e6a07bdccb6a954171676" PRIMARY KEY ("postId", "tagId")
);

-- Create table tag
CREATE TABLE "public"."tag" (
  "id" serial NOT NULL,
  CONSTRAINT "PK_8e4052373c579afc1471f526760" PRIMARY KEY (id)
);

-- Add foreign key FK_1e61c68e7cefcb04a2149333da0 to odd join
ALTER TABLE "public"."odd join" ADD CONSTRAINT "FK_1e61c68e7cefcb04a2149333da0" FOREIGN KEY (t) REFERENCES public.tag(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Add foreign key FK_6e4cd150b81def7a061c3aa3ca1 to odd join
ALTER TABLE "public"."odd join" ADD CONSTRAINT "FK_6e4cd150b81def7a061c3aa3ca1" FOREIGN KEY (p) REFERENCES public.post(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Add foreign key FK_64fa3e8810888489cc8ccd80897 to post_related_post
ALTER TABLE "public"."post_related_post" ADD CONSTRAINT "FK_64fa3e8810888489cc8ccd80897" FOREIGN KEY ("postId_2") REFERENCES public.post(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Add foreign key FK_91428b91aac773f8526025e3821 to post_related_post
ALTER TABLE "public"."post_related_post" ADD CONSTRAINT "FK_91428b91aac773f8526025e3821" FOREIGN KEY ("postId_1") REFERENCES public.post(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Add foreign key FK_41e7626b9cc03c5c65812ae55e8 to post_tags_tag
ALTER TABLE "public"."post_tags_tag" ADD CONSTRAINT "FK_41e7626b9cc03c5c65812ae55e8" FOREIGN KEY ("tagId") REFERENCES public.tag(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Add foreign key FK_b651178cc41334544a7a9601c45 to post_tags_tag
ALTER TABLE "public"."post_tags_tag" ADD CONSTRAINT "FK_b651178cc41334544a7a9601c45" FOREIGN KEY ("postId") REFERENCES public.post(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Create index IDX_1e61c68e7cefcb04a2149333da on odd join
CREATE INDEX "IDX_1e61c68e7cefcb04a2149333da" ON "public"."odd join" ("t");

-- Create index IDX_6e4cd150b81def7a061c3aa3ca on odd join
CREATE INDEX "IDX_6e4cd150b81def7a061c3aa3ca" ON "public"."odd join" ("p");

-- Create index IDX_64fa3e8810888489cc8ccd8089 on post_related_post
CREATE INDEX "IDX_64fa3e8810888489cc8ccd8089" ON "public"."post_related_post" ("postId_2");

-- Create index IDX_91428b91aac773f8526025e382 on post_related_post
CREATE INDEX "IDX_91428b91aac773f8526025e382" ON "public"."post_related_post" ("postId_1");

-- Create index IDX_41e7626b9cc03c5c65812ae55e on post_tags_tag
CREATE INDEX "IDX_41e7626b9cc03c5c65812ae55e" ON "public"."post_tags_tag" ("tagId");

-- Create index IDX_b651178cc41334544a7a9601c4 on post_tags_tag
CREATE INDEX "IDX_b651178cc41334544a7a9601c4" ON "public"."post_tags_tag" ("postId");
