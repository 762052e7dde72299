-- Move sequence s into its new bounds
SELECT setval('"public"."s"', greatest(least(last_value, 9223372036854775807), 1), is_called AND last_value BETWEEN 1 AND 9223372036854775807) FROM "public"."s";

-- Change sequence s
ALTER SEQUENCE "public"."s" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;
