-- Create table document
CREATE TABLE "public"."document" (
  "id" serial NOT NULL,
  "createdAt" timestamp with time zone DEFAULT now() NOT NULL,
  "updatedAt" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "deletedAt" timestamp without time zone,
  "version" integer NOT NULL,
  CONSTRAINT "PK_e57d3357f83f3cdc0acffc3d777" PRIMARY KEY (id)
);
