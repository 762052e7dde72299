SELECT count(*) = 2 FROM gadget WHERE kind = 'a'
