-- Add column widget.deletedAt
ALTER TABLE "public"."widget" ADD COLUMN "deletedAt" timestamp without time zone;

-- Add column widget.version
ALTER TABLE "public"."widget" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;

-- Add column widget.updatedAt
ALTER TABLE "public"."widget" ADD COLUMN "updatedAt" timestamp with time zone DEFAULT now() NOT NULL;
