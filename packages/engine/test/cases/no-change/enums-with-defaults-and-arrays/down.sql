-- Drop table shirt
-- losesData: The rows of shirt are gone.
-- breaksDeployedCode: Code that still maps shirt fails.
-- note: The way back makes shirt again without its rows.
DROP TABLE "public"."shirt";

-- Drop enum shirt_size_enum
DROP TYPE "public"."shirt_size_enum";

-- Drop enum shirt_simple_enum
DROP TYPE "public"."shirt_simple_enum";

-- Drop enum shirt_other_enum
DROP TYPE "public"."shirt_other_enum";

-- Drop enum shirt_colors_enum
DROP TYPE "public"."shirt_colors_enum";
