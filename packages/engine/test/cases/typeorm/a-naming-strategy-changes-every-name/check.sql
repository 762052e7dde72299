SELECT first_name = 'a' FROM widget
