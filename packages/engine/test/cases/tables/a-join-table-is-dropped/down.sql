-- Create table post_tags_tag
CREATE TABLE "public"."post_tags_tag" (
  "postId" integer NOT NULL,
  "tagId" integer NOT NULL,
  CONSTRAINT "PK_e9b7b8e6a07bdccb6a954171676" PRIMARY KEY ("postId", "tagId")
);

-- Add foreign key FK_41e7626b9cc03c5c65812ae55e8 to post_tags_tag
ALTER TABLE "public"."post_tags_tag" ADD CONSTRAINT "FK_41e7626b9cc03c5c65812ae55e8" FOREIGN KEY ("tagId") REFERENCES public.tag(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Add foreign key FK_b651178cc41334544a7a9601c45 to post_tags_tag
ALTER TABLE "public"."post_tags_tag" ADD CONSTRAINT "FK_b651178cc41334544a7a9601c45" FOREIGN KEY ("postId") REFERENCES public.post(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Create index IDX_41e7626b9cc03c5c65812ae55e on post_tags_tag
CREATE INDEX "IDX_41e7626b9cc03c5c65812ae55e" ON "public"."post_tags_tag" ("tagId");

-- Create index IDX_b651178cc41334544a7a9601c4 on post_tags_tag
CREATE INDEX "IDX_b651178cc41334544a7a9601c4" ON "public"."post_tags_tag" ("postId");
