SELECT count(*) = 2 FROM widget WHERE name IN ('a', 'b')
