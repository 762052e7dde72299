-- Drop foreign key FK_67e5ec3f9c69c91c3f444d8bb6c of Odd Schema.item
ALTER TABLE "Odd Schema"."item" DROP CONSTRAINT "FK_67e5ec3f9c69c91c3f444d8bb6c";

-- Drop table billing.invoice
-- losesData: The rows of billing.invoice are gone.
-- breaksDeployedCode: Code that still maps billing.invoice fails.
-- note: The way back makes billing.invoice again without its rows.
DROP TABLE "billing"."invoice";

-- Drop table Odd Schema.item
-- losesData: The rows of Odd Schema.item are gone.
-- breaksDeployedCode: Code that still maps Odd Schema.item fails.
-- note: The way back makes Odd Schema.item again without its rows.
DROP TABLE "Odd Schema"."item";

-- Drop enum billing.invoice_kind_enum
DROP TYPE "billing"."invoice_kind_enum";

-- Drop schema billing
DROP SCHEMA "billing";

-- Drop schema Odd Schema
DROP SCHEMA "Odd Schema";
