SELECT c = 1 FROM child
