-- Install extension hstore, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "hstore" WITH SCHEMA "public";
