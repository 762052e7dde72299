SELECT b = 3 FROM widget;
SELECT count(*) = 1 FROM typeorm_metadata
