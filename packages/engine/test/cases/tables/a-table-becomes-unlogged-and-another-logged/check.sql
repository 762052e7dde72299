SELECT count(*) = 1 FROM a
