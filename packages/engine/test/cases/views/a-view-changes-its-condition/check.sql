SELECT count(*) = 2 FROM small
