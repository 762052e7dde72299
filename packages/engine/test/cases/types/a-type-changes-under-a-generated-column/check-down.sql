SELECT size = 3 FROM widget
