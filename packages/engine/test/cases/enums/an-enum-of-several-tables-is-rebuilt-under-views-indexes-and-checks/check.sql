SELECT count(*) = 1 FROM news;
SELECT states = '{new,new}' AND state = 'new' FROM b
