SELECT count(*) = 2 FROM widget WHERE title IN ('a', 'b')
