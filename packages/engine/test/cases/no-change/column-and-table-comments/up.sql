-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "odd" text NOT NULL,
  "plain" integer NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);

-- Comment on column sample.odd
COMMENT ON COLUMN "public"."sample"."odd" IS 'It''s "quoted"; and -- odd';

-- Comment on column sample.plain
COMMENT ON COLUMN "public"."sample"."plain" IS 'plain';
