SELECT value = 0.5 FROM widget
