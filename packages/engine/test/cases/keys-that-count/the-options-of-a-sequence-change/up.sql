-- Move sequence s into its new bounds
SELECT setval('"public"."s"', greatest(least(last_value, 99), 0), is_called AND last_value BETWEEN 0 AND 99) FROM "public"."s";

-- Change sequence s
ALTER SEQUENCE "public"."s" INCREMENT BY 2 MINVALUE 0 MAXVALUE 99 START WITH 0 CACHE 3 CYCLE;
