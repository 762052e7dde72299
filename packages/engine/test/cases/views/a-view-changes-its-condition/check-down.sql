SELECT count(*) = 1 FROM small
