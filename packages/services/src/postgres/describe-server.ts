import { parse } from 'pg-connection-string';

/** Where a URL leads, as Postgres's client understands it, without user and password: `127.0.0.1:5432/app`. */
export function describeServer(url: string): string {
  const { host, port, database } = parse(url);
  return `${host || 'localhost'}:${port || 5432}/${database ?? ''}`;
}
