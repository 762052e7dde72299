-- Install extension btree_gist, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "btree_gist" WITH SCHEMA "public";

-- Create table booking
CREATE TABLE "public"."booking" (
  "id" integer NOT NULL,
  "room" integer NOT NULL,
  "during" tstzrange NOT NULL,
  CONSTRAINT "PK_49171efc69702ed84c812f33540" PRIMARY KEY (id),
  CONSTRAINT "XCL_264b150a483242f98ad76cdf57" EXCLUDE USING gist (room WITH =, during WITH &&),
  CONSTRAINT "later" EXCLUDE USING gist (room WITH =, during WITH &&) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "named" EXCLUDE USING gist (during WITH &&) WHERE ((room > 3))
);
