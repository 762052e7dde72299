SELECT value = 1.25 FROM widget
