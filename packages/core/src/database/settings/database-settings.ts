import { ExplainedError } from '../../explained-error';
import { findSetting, type SettingsSources } from './settings-sources';

export interface DatabaseSettings {
  readonly postgresUrl: string;
  readonly poolSize: number;
  readonly connectTimeoutMs: number;
  readonly poolIdleTimeoutMs: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
  readonly applicationName: string;
}

/** The numbers that may be set: what they are called, what they are otherwise, and the least they may be (0: no limit). */
const numbers = {
  poolSize: { name: 'POSTGRES_POOL_SIZE', otherwise: 10, least: 1 },
  connectTimeoutMs: { name: 'POSTGRES_CONNECT_TIMEOUT_MS', otherwise: 5_000, least: 0 },
  poolIdleTimeoutMs: { name: 'POSTGRES_POOL_IDLE_TIMEOUT_MS', otherwise: 10_000, least: 0 },
  statementTimeoutMs: { name: 'POSTGRES_STATEMENT_TIMEOUT_MS', otherwise: 30_000, least: 0 },
  lockTimeoutMs: { name: 'POSTGRES_LOCK_TIMEOUT_MS', otherwise: 5_000, least: 0 },
  idleInTransactionTimeoutMs: {
    name: 'POSTGRES_IDLE_IN_TRANSACTION_TIMEOUT_MS',
    otherwise: 60_000,
    least: 0,
  },
} as const;

/** What Postgres's own settings can hold: a signed 32-bit integer. */
const most = 2_147_483_647;

/** Reads every setting and tells all that is wrong at once. */
export function readDatabaseSettings(sources: SettingsSources): DatabaseSettings {
  const problems: Problem[] = [];
  const number = (key: keyof typeof numbers) => readNumber(sources, numbers[key], problems);
  const settings: DatabaseSettings = {
    postgresUrl: readPostgresUrl(sources, problems),
    poolSize: number('poolSize'),
    connectTimeoutMs: number('connectTimeoutMs'),
    poolIdleTimeoutMs: number('poolIdleTimeoutMs'),
    statementTimeoutMs: number('statementTimeoutMs'),
    lockTimeoutMs: number('lockTimeoutMs'),
    idleInTransactionTimeoutMs: number('idleInTransactionTimeoutMs'),
    applicationName: findSetting(sources, 'POSTGRES_APPLICATION_NAME')?.value ?? 'retort app',
  };
  const [first] = problems;
  if (first === undefined) {
    return settings;
  }
  throw new ExplainedError({
    what: problems.map(({ what }) => what).join(' '),
    at: problems.map(({ at }) => at).join(', '),
    next: problems.map(({ next }) => next).join('; '),
    kind: 'settings',
  });
}

interface Problem {
  readonly what: string;
  readonly at: string;
  readonly next: string;
}

function readNumber(
  sources: SettingsSources,
  { name, otherwise, least }: (typeof numbers)[keyof typeof numbers],
  problems: Problem[],
): number {
  const found = findSetting(sources, name);
  if (found === undefined) {
    return otherwise;
  }
  const value = /^\d+$/.test(found.value) ? Number(found.value) : Number.NaN;
  if (value >= least && value <= most) {
    return value;
  }
  problems.push({
    what: `${name} is not a whole number from ${least} to ${most}.`,
    at: `${name} in ${found.where}`,
    next: `set ${name} to a number such as ${otherwise}, or remove it`,
  });
  return otherwise;
}

const example = 'postgres://user:password@localhost:5432/database';

function readPostgresUrl(sources: SettingsSources, problems: Problem[]): string {
  const found = findSetting(sources, 'POSTGRES_URL');
  if (found === undefined) {
    problems.push({
      what: 'There is no database to connect to.',
      at: 'POSTGRES_URL',
      next: `make setup, or set POSTGRES_URL to ${example}`,
    });
    return '';
  }
  const refuse = (what: string, next: string): string => {
    problems.push({ what, at: `POSTGRES_URL in ${found.where}`, next });
    return '';
  };
  if (!URL.canParse(found.value)) {
    return refuse(
      'POSTGRES_URL is not a URL.',
      `write it as ${example}, with the special characters of the password percent-encoded (@ is %40, # is %23, / is %2F)`,
    );
  }
  const { protocol, pathname, searchParams } = new URL(found.value);
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
    return refuse(
      `POSTGRES_URL is the URL of something else: it begins with ${protocol}//.`,
      `write it as ${example}`,
    );
  }
  if (pathname.replace('/', '') === '' && !searchParams.has('dbname')) {
    return refuse('POSTGRES_URL names no database.', `put the database's name at its end: ${example}`);
  }
  return found.value;
}
