-- Set the default of widget.day
ALTER TABLE "public"."widget" ALTER COLUMN "day" SET DEFAULT ('now'::text)::date;

-- Set the default of widget.at
ALTER TABLE "public"."widget" ALTER COLUMN "at" SET DEFAULT '2020-01-01 00:00:00+00'::timestamp with time zone;
