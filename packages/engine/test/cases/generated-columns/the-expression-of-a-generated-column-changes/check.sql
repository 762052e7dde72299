SELECT b = 4 FROM widget
