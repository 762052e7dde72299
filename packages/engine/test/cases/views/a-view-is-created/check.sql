SELECT count(*) = 1 FROM small;
SELECT count(*) = 1 FROM typeorm_metadata
