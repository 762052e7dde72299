SELECT mood = 'fine' FROM widget
