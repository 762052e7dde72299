SELECT count(*) = 2 FROM tiny
