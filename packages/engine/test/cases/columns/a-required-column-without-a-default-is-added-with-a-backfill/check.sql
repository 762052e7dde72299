SELECT bool_and(size = length(name)) FROM widget
