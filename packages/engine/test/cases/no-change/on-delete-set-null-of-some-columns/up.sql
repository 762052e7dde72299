-- Create table guest
CREATE TABLE "public"."guest" (
  "a" integer,
  "b" integer
);

-- Create table tenant
CREATE TABLE "public"."tenant" (
  "a" integer NOT NULL,
  "b" integer NOT NULL,
  CONSTRAINT "tenant_pkey" PRIMARY KEY (a, b)
);

-- Add foreign key tenant to guest
ALTER TABLE "public"."guest" ADD CONSTRAINT "tenant" FOREIGN KEY (a, b) REFERENCES public.tenant(a, b) ON DELETE SET NULL (b);
