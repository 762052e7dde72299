SELECT mood = 'sad' FROM widget
