import { explainConnectionError } from './explain-connection-error';
import { parseDatabaseUrl } from './parse-database-url';

const silent = (url: string) => explainConnectionError(new Error('timeout expired'), parseDatabaseUrl(url));

test('this machine is always reached: a server on it that says nothing is there', () => {
  expect(silent('postgres://shop@127.0.0.1:5432/shop')).toMatchObject({
    message: 'Postgres says nothing at 127.0.0.1:5432: it is suspended, or has too much to do.',
    at: '127.0.0.1:5432/shop (POSTGRES_URL)',
    next: 'Let it go on, or unset POSTGRES_URL to use the services of: make setup',
    isNotStarted: true,
  });
});

test('another machine may not be there', () => {
  expect(silent('postgres://shop@db.example:5432/shop')).toMatchObject({
    message: 'The host db.example cannot be reached.',
    next: 'Correct the host in POSTGRES_URL, or start its network.',
    isNotStarted: false,
  });
});
