-- Move sequence t_id_seq into its new bounds
SELECT setval('"public"."t_id_seq"', greatest(least(last_value, 1000), 1), is_called AND last_value BETWEEN 1 AND 1000) FROM "public"."t_id_seq";

-- Change sequence t_id_seq
ALTER SEQUENCE "public"."t_id_seq" INCREMENT BY 5 MAXVALUE 1000 START WITH 10 CYCLE;
