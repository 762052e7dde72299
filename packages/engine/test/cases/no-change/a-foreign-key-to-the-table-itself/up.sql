-- Create table employee
CREATE TABLE "public"."employee" (
  "id" serial NOT NULL,
  "bossId" integer,
  CONSTRAINT "PK_3c2bc72f03fd5abbbc5ac169498" PRIMARY KEY (id)
);

-- Add foreign key FK_59979a2cf352fd8ab9678ada73b to employee
ALTER TABLE "public"."employee" ADD CONSTRAINT "FK_59979a2cf352fd8ab9678ada73b" FOREIGN KEY ("bossId") REFERENCES public.employee(id) ON DELETE SET NULL;
