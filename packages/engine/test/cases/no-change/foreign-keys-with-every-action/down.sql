-- Drop foreign key pays later of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "pays later";

-- Drop foreign key FK_eabd546b929167dbcf2d80623cc of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_eabd546b929167dbcf2d80623cc";

-- Drop foreign key FK_82716e18440aaa889c6092f0a56 of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_82716e18440aaa889c6092f0a56";

-- Drop foreign key FK_7ffa54d4e1903da02f7d6232fa7 of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_7ffa54d4e1903da02f7d6232fa7";

-- Drop foreign key FK_6d10ee78fc724d2f1ed1fc2e58d of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_6d10ee78fc724d2f1ed1fc2e58d";

-- Drop foreign key FK_09ef2aff099a1d099da35dd2d72 of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_09ef2aff099a1d099da35dd2d72";

-- Drop table pet
-- losesData: The rows of pet are gone.
-- breaksDeployedCode: Code that still maps pet fails.
-- note: The way back makes pet again without its rows.
DROP TABLE "public"."pet";

-- Drop table owner
-- losesData: The rows of owner are gone.
-- breaksDeployedCode: Code that still maps owner fails.
-- note: The way back makes owner again without its rows.
DROP TABLE "public"."owner";
