SELECT count(*) = 1 FROM pet WHERE "ownerId" = 1
