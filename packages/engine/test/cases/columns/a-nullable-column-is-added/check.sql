SELECT count(*) = 2 FROM widget WHERE name IN ('a', 'b');
SELECT bool_and(color IS NULL) FROM widget
