-- Rename column Select Table.it's old to it's new
-- breaksDeployedCode: Code that still says it's old fails.
ALTER TABLE "public"."Select Table" RENAME COLUMN "it's old" TO "it's new";

-- Add label b c to enum Type Of
ALTER TYPE "public"."Type Of" ADD VALUE 'b c';

-- Change the type of Select Table.it's new from integer to bigint
-- blocksReads: Select Table is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."Select Table" ALTER COLUMN "it's new" TYPE bigint;

-- Give the rows without order one
-- mayFail: Fails if the value cannot be computed for a row of Select Table, or a constraint refuses it.
-- note: The way back does not tell which rows of Select Table had no order.
UPDATE "public"."Select Table" SET "order" = '' WHERE "order" IS NULL;

-- Forbid NULL in Select Table.order
-- blocksReads: Every row of Select Table is checked: nobody can read or write it meanwhile.
ALTER TABLE "public"."Select Table" ALTER COLUMN "order" SET NOT NULL;

-- Create index Index Of on Select Table
-- blocksWrites: An index is built: nobody can write Select Table meanwhile.
CREATE INDEX "Index Of" ON "public"."Select Table" ("order");
