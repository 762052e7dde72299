SELECT mail = 'x@y' FROM t
