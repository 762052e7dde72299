-- Install extension hstore
CREATE EXTENSION "hstore" WITH SCHEMA "public";
