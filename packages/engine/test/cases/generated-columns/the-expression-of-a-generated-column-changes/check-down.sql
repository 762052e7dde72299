SELECT b = 3 FROM widget
