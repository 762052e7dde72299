import { parseDatabaseUrl } from './parse-database-url';
import { withDatabase } from './with-database';

describe('withDatabase', () => {
  it.each([
    ['postgres://ada:secret@localhost:5433/shop', 'postgres://ada:secret@localhost:5433/other'],
    ['postgres://ada:secret@localhost', 'postgres://ada:secret@localhost/other'],
    ['postgres://ada:50%off@localhost/shop', 'postgres://ada:50%off@localhost/other'],
    ['postgres://ada@localhost/shop?sslmode=disable', 'postgres://ada@localhost/other?sslmode=disable'],
    ['postgres:///shop?host=/run/postgresql', 'postgres:///other?host=/run/postgresql'],
    ['postgres://ada:secret@/shop?host=/run/postgresql', 'postgres://ada:secret@/other?host=/run/postgresql'],
  ])('keeps the server of %s', (url, expected) => {
    expect(withDatabase(url, 'other')).toBe(expected);
  });

  it.each(['My "shop"', 'ünï', 'a/b', 'a&b=c', 'a:b@c', '100%'])('names the database %s', (name) => {
    expect(parseDatabaseUrl(withDatabase('postgres://ada@localhost/shop', name)).database).toBe(name);
  });
});
