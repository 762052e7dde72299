SELECT mood = '{ok,sad}' FROM widget
