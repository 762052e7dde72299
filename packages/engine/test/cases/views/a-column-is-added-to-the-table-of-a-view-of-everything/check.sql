SELECT count(*) = 2 FROM small WHERE weight IS NULL
