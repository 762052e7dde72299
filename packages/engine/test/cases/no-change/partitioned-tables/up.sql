-- Create table event
CREATE TABLE "public"."event" (
  "id" bigint NOT NULL,
  "at" timestamp with time zone NOT NULL,
  CONSTRAINT "event_pkey" PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

-- Create table event_2020
CREATE TABLE "public"."event_2020" PARTITION OF "public"."event" FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2021-01-01 00:00:00+00');

-- Create table event_rest
CREATE TABLE "public"."event_rest" PARTITION OF "public"."event" DEFAULT;

-- Create index event_at on event
CREATE INDEX "event_at" ON "public"."event" ("at");
