SELECT "it's new" = 2 FROM "Select Table"
