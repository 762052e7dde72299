SELECT value = '{1,2}' FROM widget
