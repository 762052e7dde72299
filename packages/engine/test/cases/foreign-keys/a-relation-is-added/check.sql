SELECT count(*) = 1 FROM pet
