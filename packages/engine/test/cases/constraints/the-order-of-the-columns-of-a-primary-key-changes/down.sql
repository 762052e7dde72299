-- Drop primary key PK_54bd1ade9f1a75621088de58650 of seat
ALTER TABLE "public"."seat" DROP CONSTRAINT "PK_54bd1ade9f1a75621088de58650";

-- Add primary key PK_54bd1ade9f1a75621088de58650 to seat
-- blocksReads: An index is built: nobody can read or write seat meanwhile.
-- mayFail: Fails if two rows of seat have the same row, number.
ALTER TABLE "public"."seat" ADD CONSTRAINT "PK_54bd1ade9f1a75621088de58650" PRIMARY KEY ("row", number);
