export interface ServerAddress {
  readonly superuser: string;
  readonly password: string;
  readonly port: number;
  readonly database: string;
}

/** The URL of a server on this machine. */
export function renderServerUrl({ superuser, password, port, database }: ServerAddress): string {
  const who = `${encodeURIComponent(superuser)}:${encodeURIComponent(password)}`;
  return `postgres://${who}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** The same server and settings, another database. */
export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${encodeURIComponent(database)}`;
  return parsed.toString();
}
