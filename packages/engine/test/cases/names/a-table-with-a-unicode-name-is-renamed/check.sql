SELECT count(*) = 1 FROM "größe"
