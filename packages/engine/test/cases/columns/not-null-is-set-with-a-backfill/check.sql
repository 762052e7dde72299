SELECT count(*) = 1 FROM widget WHERE id = 2 AND name = 'none'
