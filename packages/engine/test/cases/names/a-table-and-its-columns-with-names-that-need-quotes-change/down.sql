-- Drop index Index Of of Select Table
DROP INDEX "public"."Index Of";

-- Allow NULL in Select Table.order
ALTER TABLE "public"."Select Table" ALTER COLUMN "order" DROP NOT NULL;

-- Change the type of Select Table.it's new from bigint to integer
-- blocksReads: Select Table is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the it's new of a row of Select Table cannot be converted.
ALTER TABLE "public"."Select Table" ALTER COLUMN "it's new" TYPE integer;

-- Set enum Type Of aside
ALTER TYPE "public"."Type Of" RENAME TO "Type Of_retired";

-- Create enum Type Of with its new labels
CREATE TYPE "public"."Type Of" AS ENUM ('A');

-- Move Select Table.type to the new Type Of
-- blocksReads: Select Table is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of Select Table has 'b c' in type.
ALTER TABLE "public"."Select Table"
  ALTER COLUMN "type" TYPE "public"."Type Of" USING "type"::text::"public"."Type Of";

-- Drop the old Type Of
DROP TYPE "public"."Type Of_retired";

-- Rename column Select Table.it's new to it's old
-- breaksDeployedCode: Code that still says it's new fails.
ALTER TABLE "public"."Select Table" RENAME COLUMN "it's new" TO "it's old";
