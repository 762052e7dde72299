SELECT count(*) = 1 FROM folder
