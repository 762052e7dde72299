import { redact } from './redact';

test.each([
  ['postgres://user:secret@host/db', 'postgres://user:***@host/db'],
  [
    'at postgres://user:se:c%40ret@host:1/db and redis://:hush@127.0.0.1:6379',
    'at postgres://user:***@host:1/db and redis://:***@127.0.0.1:6379',
  ],
  ['postgres://user@host/db', 'postgres://user@host/db'],
  [
    'see https://www.postgresql.org/docs/current/errcodes-appendix.html',
    'see https://www.postgresql.org/docs/current/errcodes-appendix.html',
  ],
])('%s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});
