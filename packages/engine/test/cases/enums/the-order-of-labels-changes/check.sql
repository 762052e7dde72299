SELECT id = 1 FROM widget ORDER BY mood LIMIT 1
