SELECT count = 5 AND label = 'a' AND at IS NOT NULL FROM widget
