SELECT count(*) = 2 FROM gadget WHERE title IN ('a', 'b')
