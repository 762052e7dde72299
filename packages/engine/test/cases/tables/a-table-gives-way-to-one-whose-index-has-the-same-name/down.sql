-- Drop index by_name of new_item
DROP INDEX "public"."by_name";

-- Create table old_item
CREATE TABLE "public"."old_item" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "old_item_pk" PRIMARY KEY (id)
);

-- Create index by_name on old_item
CREATE UNIQUE INDEX "by_name" ON "public"."old_item" ("name");

-- Drop table new_item
-- losesData: The rows of new_item are gone.
-- breaksDeployedCode: Code that still maps new_item fails.
-- note: The way back makes new_item again without its rows.
DROP TABLE "public"."new_item";
