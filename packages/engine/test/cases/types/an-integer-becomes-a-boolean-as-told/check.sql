SELECT count(*) = 1 FROM widget WHERE value
