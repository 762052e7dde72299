SELECT id = 2 FROM widget ORDER BY mood LIMIT 1
