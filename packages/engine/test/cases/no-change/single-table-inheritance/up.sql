-- Create table content
CREATE TABLE "public"."content" (
  "id" serial NOT NULL,
  "title" text NOT NULL,
  "width" integer,
  "answers" integer,
  "kind" character varying NOT NULL,
  CONSTRAINT "PK_6a2083913f3647b44f205204e36" PRIMARY KEY (id)
);

-- Create index IDX_03082f810265648fcfee701eb6 on content
CREATE INDEX "IDX_03082f810265648fcfee701eb6" ON "public"."content" ("kind");
