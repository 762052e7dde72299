SELECT sum(value) = 11 FROM widget
