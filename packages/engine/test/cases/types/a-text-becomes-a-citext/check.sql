SELECT value = 'aBC' FROM widget
