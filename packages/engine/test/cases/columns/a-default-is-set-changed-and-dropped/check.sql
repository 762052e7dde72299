SELECT (a, b, c) = (2, 3, 4) FROM widget
