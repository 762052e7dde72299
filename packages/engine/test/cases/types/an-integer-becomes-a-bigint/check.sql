SELECT sum(value) = -2 FROM widget
