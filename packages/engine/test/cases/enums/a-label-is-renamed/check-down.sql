SELECT mood = 'ok' FROM widget
