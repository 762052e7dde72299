SELECT value = 'abc' FROM widget
