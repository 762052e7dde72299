SELECT count(*) = 1 FROM seat
