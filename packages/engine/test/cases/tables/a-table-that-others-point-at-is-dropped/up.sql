-- Drop foreign key FK_20acc45f799c122ec3735a3b8b1 of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_20acc45f799c122ec3735a3b8b1";

-- Drop column pet.ownerId
-- losesData: The values of pet.ownerId are gone.
-- breaksDeployedCode: Code that still maps ownerId fails on every find and insert.
-- note: The way back makes pet.ownerId again without its values.
ALTER TABLE "public"."pet" DROP COLUMN "ownerId";

-- Drop table owner
-- losesData: The rows of owner are gone.
-- breaksDeployedCode: Code that still maps owner fails.
-- note: The way back makes owner again without its rows.
DROP TABLE "public"."owner";
