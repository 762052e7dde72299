SELECT count(*) = 1 FROM event_2020
