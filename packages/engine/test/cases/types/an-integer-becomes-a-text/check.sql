SELECT value = '5' FROM widget
