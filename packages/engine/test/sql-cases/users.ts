/** A table as there is one everywhere. */
export const users = 'CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL, age int)';
