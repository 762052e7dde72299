-- Drop primary key PK_c1b42d42f5f55fa821e825bc230 of seat
ALTER TABLE "public"."seat" DROP CONSTRAINT "PK_c1b42d42f5f55fa821e825bc230";

-- Add primary key PK_0f7548d6259a3f1ad8a6b548f32 to seat
-- blocksReads: An index is built: nobody can read or write seat meanwhile.
-- mayFail: Fails if two rows of seat have the same row.
ALTER TABLE "public"."seat" ADD CONSTRAINT "PK_0f7548d6259a3f1ad8a6b548f32" PRIMARY KEY ("row");
