SELECT count(*) = 1 FROM pet JOIN owner ON owner.id = "ownerId"
