SELECT sum(value) = 17 FROM widget
