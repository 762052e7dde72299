SELECT max(id) = 2 FROM widget;
SELECT nextval(pg_get_serial_sequence('widget', 'id')) > 2
