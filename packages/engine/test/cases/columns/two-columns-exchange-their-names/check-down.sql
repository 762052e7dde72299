SELECT a = 'x' AND b = 2 FROM widget
