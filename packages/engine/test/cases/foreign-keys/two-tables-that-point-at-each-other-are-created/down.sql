-- Drop foreign key FK_7bf0239699c12e13eb0b5f03502 of egg
ALTER TABLE "public"."egg" DROP CONSTRAINT "FK_7bf0239699c12e13eb0b5f03502";

-- Drop foreign key FK_f6b3e91a0399dbaa9647c647153 of chicken
ALTER TABLE "public"."chicken" DROP CONSTRAINT "FK_f6b3e91a0399dbaa9647c647153";

-- Drop table egg
-- losesData: The rows of egg are gone.
-- breaksDeployedCode: Code that still maps egg fails.
-- note: The way back makes egg again without its rows.
DROP TABLE "public"."egg";

-- Drop table chicken
-- losesData: The rows of chicken are gone.
-- breaksDeployedCode: Code that still maps chicken fails.
-- note: The way back makes chicken again without its rows.
DROP TABLE "public"."chicken";
