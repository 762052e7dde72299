SELECT count(name) = 2 FROM small
