import { join } from 'node:path';
import { catchError } from '../../test/catch-error';
import { parseDatabaseUrl } from './parse-database-url';

describe('parseDatabaseUrl', () => {
  const environment = { ...process.env };
  beforeEach(() => {
    for (const name of ['PGHOST', 'PGPORT', 'PGUSER']) delete process.env[name];
  });
  afterEach(() => {
    process.env = { ...environment };
  });

  const readable = {
    'postgres://ada:secret@db.example:6543/shop': ['db.example:6543/shop', 'ada', 'shop', false],
    'postgresql://ada@127.0.0.1/shop': ['127.0.0.1:5432/shop', 'ada', 'shop', true],
    'postgres://ada:p%40ss%3Aw%2Frd%23%3F%25@localhost/shop': ['localhost:5432/shop', 'ada', 'shop', true],
    'postgres://ada:50%off@localhost/shop': ['localhost:5432/shop', 'ada', 'shop', true],
    'postgres://ada:p@ss@localhost/shop': ['localhost:5432/shop', 'ada', 'shop', true],
    'postgres://ad%C3%A4:x@localhost/sh%C3%B6p%20"1"': ['localhost:5432/shöp "1"', 'adä', 'shöp "1"', true],
    'postgres://ada:x@[::1]:5433/shop': ['[::1]:5433/shop', 'ada', 'shop', true],
    'postgres://ada:x@[2001:db8::1]/shop': ['[2001:db8::1]:5432/shop', 'ada', 'shop', false],
    'postgres:///shop': ['localhost:5432/shop', undefined, 'shop', true],
    'postgres:///shop?host=/run/postgresql&port=5433': ['/run/postgresql:5433/shop', undefined, 'shop', true],
    'postgres://ada:secret@/shop?host=/run/postgresql': ['/run/postgresql:5432/shop', 'ada', 'shop', true],
    'postgres://ada:secret@%2Frun%2Fpostgresql/shop': ['/run/postgresql:5432/shop', 'ada', 'shop', true],
    'postgres://ada:secret@localhost/shop?host=db.example': ['db.example:5432/shop', 'ada', 'shop', false],
  };
  it.each(Object.entries(readable))('reads %s', (url, [shown, user, database, isLocal]) => {
    expect(parseDatabaseUrl(url)).toMatchObject({ url, shown, user, database, isLocal });
  });

  it('judges whether a database is local by the host that pg uses where the URL names none', () => {
    process.env.PGHOST = 'db.example';
    process.env.PGPORT = '6543';
    expect(parseDatabaseUrl('postgres:///shop')).toMatchObject({
      shown: 'db.example:6543/shop',
      isLocal: false,
    });
  });

  const next =
    'Set POSTGRES_URL to a URL like postgres://user@127.0.0.1:5432/my_database (write special characters of a password as %XX), or remove it to use the services of: make setup';
  const missing = join(__dirname, 'no-such-file.pem');
  const unreadable = {
    '': 'POSTGRES_URL is not a Postgres URL: it does not begin with postgres://',
    'mysql://ada:secret@localhost/shop':
      'POSTGRES_URL is not a Postgres URL: it does not begin with postgres://',
    'localhost:5432/shop': 'POSTGRES_URL is not a Postgres URL: it does not begin with postgres://',
    'postgres://ada:secret@localhost': 'POSTGRES_URL names no database.',
    'postgres://ada:secret@localhost/': 'POSTGRES_URL names no database.',
    'postgres://ada:secret@localhost:port/shop': 'POSTGRES_URL is malformed.',
    'postgres://ada:se#cret@localhost/shop': 'POSTGRES_URL is malformed.',
    'postgres://ada:secret%E0%A4@localhost/shop': 'POSTGRES_URL is malformed.',
    'postgres://ada:secret@one,two:5433/shop': 'POSTGRES_URL names several hosts, and one can be asked.',
    'postgres:///shop?port=secret': 'POSTGRES_URL is malformed.',
    [`postgres://ada:secret@localhost/shop?sslrootcert=${missing}`]: `POSTGRES_URL names a file that cannot be read: ${missing}`,
  };
  it.each(Object.entries(unreadable))('refuses %j', (url, message) => {
    const error = catchError(() => parseDatabaseUrl(url));
    expect(error).toMatchObject({ message, at: 'POSTGRES_URL', next, kind: 'settings' });
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain('ada:secret');
  });

  it('names the setting that the URL came from', () => {
    expect(() => parseDatabaseUrl('postgres://', 'SHADOW_URL')).toThrow('SHADOW_URL');
  });
});
