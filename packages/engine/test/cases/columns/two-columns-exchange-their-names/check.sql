SELECT b = 'x' AND a = 2 FROM widget
