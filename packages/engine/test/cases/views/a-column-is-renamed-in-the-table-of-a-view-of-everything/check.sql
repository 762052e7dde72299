SELECT title = 'a' AND note = 'b' FROM everything
