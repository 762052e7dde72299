-- Allow NULL in pet.ownerId
ALTER TABLE "public"."pet" ALTER COLUMN "ownerId" DROP NOT NULL;
