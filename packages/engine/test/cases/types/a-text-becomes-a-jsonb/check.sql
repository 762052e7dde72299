SELECT value->>'a' = '1' FROM widget
