SELECT count(*) = 1 FROM widget WHERE id = 1 AND mood = 'ok'
