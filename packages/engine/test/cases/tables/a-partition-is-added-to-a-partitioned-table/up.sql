-- Create table event_2021
CREATE TABLE "public"."event_2021" PARTITION OF "public"."event" FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
