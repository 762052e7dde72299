-- Drop column widget.token
-- losesData: The values of widget.token are gone.
-- breaksDeployedCode: Code that still maps token fails on every find and insert.
-- note: The way back makes widget.token again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "token";

-- Remove extension uuid-ossp
DROP EXTENSION "uuid-ossp";
