SELECT value = '{a}' FROM widget
