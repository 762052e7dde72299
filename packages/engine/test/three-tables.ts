import { makeHistory } from './make-history';

/** Three migrations, of which the second needs the first. */
export const threeTables = makeHistory(
  { slug: 'add_users', up: 'CREATE TABLE users (id text PRIMARY KEY)', down: 'DROP TABLE users' },
  {
    slug: 'add_widgets',
    up: 'CREATE TABLE widgets (owner_id text REFERENCES users)',
    down: 'DROP TABLE widgets',
  },
  { slug: 'add_tags', up: 'CREATE TABLE tags ()', down: 'DROP TABLE tags' },
);
