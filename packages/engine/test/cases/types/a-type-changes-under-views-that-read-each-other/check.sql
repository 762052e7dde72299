SELECT count(*) = 1 FROM bigger
