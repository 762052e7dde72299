INSERT INTO widget VALUES (1, 'a', 'red'), (2, 'b', 'blue')
