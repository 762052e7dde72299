SELECT count(DISTINCT token) = 2 FROM widget
