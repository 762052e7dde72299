SELECT bool_and(color = 'red') FROM widget
