SELECT sum(f) = 23 FROM v
