-- Create enum status
CREATE TYPE "public"."status" AS ENUM ('new', 'old');

-- Create table offer
CREATE TABLE "public"."offer" (
  "id" integer NOT NULL,
  "status" public.status,
  CONSTRAINT "PK_57c6ae1abe49201919ef68de900" PRIMARY KEY (id)
);

-- Create table order
CREATE TABLE "public"."order" (
  "id" integer NOT NULL,
  "status" public.status DEFAULT 'new'::public.status NOT NULL,
  "history" public.status[] DEFAULT '{}'::public.status[] NOT NULL,
  CONSTRAINT "PK_1031171c13130102495201e3e20" PRIMARY KEY (id)
);
