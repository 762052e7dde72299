import { parse } from 'pg-connection-string';
import { ServiceError } from '../errors/service-error';
import { askPostgres, type PostgresAnswer } from '../postgres/ask-postgres';
import { describeServer } from '../postgres/describe-server';
import type { ResolvedUrl } from './resolve-urls';

/** Asks the Postgres of a URL whether it is there, and returns its version. It creates nothing. */
export async function checkPostgres(resolved: ResolvedUrl): Promise<string> {
  if (!isPostgresUrl(resolved.url)) throw malformed();
  const answer = await askPostgres(resolved.url);
  if (answer.kind === 'answers') return answer.version;
  throw explainPostgresFailure(resolved, answer);
}

/** Without the cause: Node puts the URL, password and all, into its error. */
function malformed(): ServiceError {
  return new ServiceError({
    what: 'POSTGRES_URL is not the URL of a Postgres.',
    at: 'POSTGRES_URL',
    next: 'Write it as postgres://user:password@host:5432/database; in the password, write @ : / ? # % as %40 %3A %2F %3F %23 %25',
    kind: 'settings',
  });
}

export function isPostgresUrl(url: string): boolean {
  return URL.canParse(url) && ['postgres:', 'postgresql:'].includes(new URL(url).protocol);
}

/** Why a Postgres could not be asked, in words, with what to do about it. */
export function explainPostgresFailure(
  { url, source }: ResolvedUrl,
  { code, because }: Extract<PostgresAnswer, { kind: 'fails' }>,
): ServiceError {
  const { host, port, user, database } = parse(url);
  const server = describeServer(url);
  const yours = source === 'environment';
  const at = yours ? `POSTGRES_URL (${server})` : server;
  switch (code) {
    case '28P01':
    case '28000':
      return new ServiceError({
        what: `Postgres refuses the user ${user ?? '(none)'} or the password.`,
        at,
        next: yours ? 'Correct the user and the password in POSTGRES_URL' : 'make setup',
        kind: 'settings',
      });
    case '3D000':
      return new ServiceError({
        what: `The database ${database} does not exist.`,
        at,
        next: yours
          ? `createdb --host ${host || 'localhost'} --port ${port || 5432} --username ${user ?? 'postgres'} ${database}, or correct POSTGRES_URL`
          : 'make setup',
        kind: 'settings',
      });
    default:
      return new ServiceError({
        what: `Postgres does not answer: ${because}`,
        at,
        next: yours
          ? 'Start that server or correct POSTGRES_URL; without POSTGRES_URL, make setup starts a Postgres'
          : 'make setup',
      });
  }
}
