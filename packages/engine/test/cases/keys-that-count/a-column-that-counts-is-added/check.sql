SELECT count(DISTINCT number) = 2 FROM widget
