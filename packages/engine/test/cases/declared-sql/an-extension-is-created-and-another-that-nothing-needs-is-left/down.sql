-- Remove extension hstore
DROP EXTENSION "hstore";
