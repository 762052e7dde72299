SELECT count(*) = 2 FROM gadget
