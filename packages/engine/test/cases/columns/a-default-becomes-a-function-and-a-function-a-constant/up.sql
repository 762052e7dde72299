-- Set the default of widget.at
ALTER TABLE "public"."widget" ALTER COLUMN "at" SET DEFAULT now();

-- Set the default of widget.day
ALTER TABLE "public"."widget" ALTER COLUMN "day" SET DEFAULT '2020-01-01'::date;
