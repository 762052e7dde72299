-- Create table new_item
CREATE TABLE "public"."new_item" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "new_item_pk" PRIMARY KEY (id)
);

-- Drop table old_item
-- losesData: The rows of old_item are gone.
-- breaksDeployedCode: Code that still maps old_item fails.
-- note: The way back makes old_item again without its rows.
DROP TABLE "public"."old_item";

-- Create index by_name on new_item
CREATE UNIQUE INDEX "by_name" ON "public"."new_item" ("name");
