SELECT count(*) = 1 FROM new.widget
