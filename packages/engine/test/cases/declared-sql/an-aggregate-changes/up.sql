-- Drop aggregate total(integer)
DROP AGGREGATE "public"."total"(integer);

-- Create aggregate total(integer)
CREATE AGGREGATE public.total(integer) (
  SFUNC = int4pl,
  STYPE = integer,
  INITCOND = '0'
);
