SELECT mood > 'so' FROM widget
