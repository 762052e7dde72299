import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@retort/services/testing';
import { DataSource } from 'typeorm';
import type { ExplainedError } from '../explained-error';
import { createDataSource } from './create-data-source';
import { dataSourceOptions } from './data-source-options';
import { entityOptions } from './entity-options';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'retort-core-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

describe('the settings come from', () => {
  const url = (name: string) => `postgres://localhost/${name}`;
  const writeState = (folder: string, state: string) => {
    mkdirSync(join(folder, '.retort'), { recursive: true });
    writeFileSync(join(folder, '.retort', 'state.json'), state);
  };

  it('the environment, else .env, else what make setup started', () => {
    writeState(directory, JSON.stringify({ postgres: { url: url('started') } }));
    expect(dataSourceOptions({}, directory).url).toBe(url('started'));
    writeFileSync(join(directory, '.env'), `POSTGRES_URL="${url('dotenv')}"\n`);
    expect(dataSourceOptions({}, directory).url).toBe(url('dotenv'));
    expect(dataSourceOptions({ POSTGRES_URL: url('environment') }, directory).url).toBe(url('environment'));
    expect(dataSourceOptions({ POSTGRES_URL: '' }, directory).url).toBe(url('dotenv'));
  });

  it('a folder above as well', () => {
    const below = join(directory, 'packages', 'core');
    mkdirSync(below, { recursive: true });
    writeState(directory, JSON.stringify({ postgres: { url: url('above') } }));
    expect(dataSourceOptions({}, below).url).toBe(url('above'));
  });

  it('not from a state that cannot be understood', () => {
    for (const state of ['{', '[]', '{"postgres":{"url":5}}']) {
      writeState(directory, state);
      expect(refusal({})).toMatchObject({ message: 'There is no database to connect to.' });
    }
  });

  it('not from the state of the project that this one was copied from, but from its own after it moved', () => {
    const original = join(directory, 'original');
    const copy = join(directory, 'copy');
    for (const folder of [original, copy]) {
      writeState(folder, JSON.stringify({ root: original, postgres: { url: url('original') } }));
    }
    expect(dataSourceOptions({}, original).url).toBe(url('original'));
    expect(() => dataSourceOptions({}, copy)).toThrow('There is no database to connect to.');
    rmSync(original, { recursive: true });
    expect(dataSourceOptions({}, copy).url).toBe(url('original'));
  });
});

const example = 'postgres://user:password@localhost:5432/database';

describe('is refused', () => {
  it.each([
    [
      'nothing',
      {},
      'There is no database to connect to.',
      'POSTGRES_URL',
      `make setup, or set POSTGRES_URL to ${example}`,
    ],
    [
      'what is no URL',
      { POSTGRES_URL: 'postgres://me:sec#ret@localhost/db' },
      'POSTGRES_URL is not a URL.',
      'POSTGRES_URL in the environment',
      `write it as ${example}, with the special characters of the password percent-encoded (@ is %40, # is %23, / is %2F)`,
    ],
    [
      'the URL of something else',
      { POSTGRES_URL: 'mysql://me:secret@localhost/db' },
      'POSTGRES_URL is the URL of something else: it begins with mysql://.',
      'POSTGRES_URL in the environment',
      `write it as ${example}`,
    ],
    [
      'a URL without a database',
      { POSTGRES_URL: 'postgres://me:secret@localhost' },
      'POSTGRES_URL names no database.',
      'POSTGRES_URL in the environment',
      `put the database's name at its end: ${example}`,
    ],
    [
      'a Redis that is none',
      { POSTGRES_URL: 'postgres://localhost/db', REDIS_URL: 'http://:secret@localhost' },
      'REDIS_URL is not the URL of a Redis.',
      'REDIS_URL in the environment',
      'Write it as redis://localhost:6379, or remove it to do without the query cache',
    ],
    [
      'several things, all at once',
      { POSTGRES_URL: 'x', POSTGRES_POOL_SIZE: '0', POSTGRES_STATEMENT_TIMEOUT_MS: '30s' },
      'POSTGRES_URL is not a URL. POSTGRES_POOL_SIZE is not a whole number from 1 to 2147483647. POSTGRES_STATEMENT_TIMEOUT_MS is not a whole number from 0 to 2147483647.',
      'POSTGRES_URL in the environment, POSTGRES_POOL_SIZE in the environment, POSTGRES_STATEMENT_TIMEOUT_MS in the environment',
      `write it as ${example}, with the special characters of the password percent-encoded (@ is %40, # is %23, / is %2F); set POSTGRES_POOL_SIZE to a number such as 10, or remove it; set POSTGRES_STATEMENT_TIMEOUT_MS to a number such as 30000, or remove it`,
    ],
  ])('%s', (_what, environment, message, at, next) => {
    const error = refusal(environment);
    expect(error).toMatchObject({ message, at, next, kind: 'settings' });
    expect(`${error.stack}${JSON.stringify(error)}`).not.toMatch(/sec(#ret|ret)/);
  });
});

function refusal(environment: Record<string, string>): ExplainedError {
  try {
    dataSourceOptions(environment, directory);
  } catch (error) {
    return error as ExplainedError;
  }
  throw new Error('nothing was refused');
}

describe('a connection', () => {
  it('has the timeouts, the name, the zone and the pool that were set', async () => {
    const { url, drop } = await createTestDatabase();
    const other = await new DataSource({ type: 'postgres', url }).initialize();
    await other.query(`DO $$ BEGIN
      EXECUTE format('ALTER DATABASE %I SET TimeZone = ''Asia/Kathmandu''', current_database());
    END $$`);
    await other.destroy();
    const environment = {
      POSTGRES_URL: url,
      POSTGRES_STATEMENT_TIMEOUT_MS: '1500',
      POSTGRES_LOCK_TIMEOUT_MS: '700',
      POSTGRES_IDLE_IN_TRANSACTION_TIMEOUT_MS: '2500',
      POSTGRES_APPLICATION_NAME: 'the shop',
      POSTGRES_POOL_SIZE: '3',
      PGOPTIONS: '-c work_mem=5MB',
    };
    const dataSource = await createDataSource(environment, { cache: false }).initialize();
    try {
      const [settings] = await dataSource.query(
        `SELECT ${[
          'statement_timeout',
          'lock_timeout',
          'idle_in_transaction_session_timeout',
          'application_name',
          'TimeZone',
          'work_mem',
        ]
          .map((name) => `current_setting('${name}') AS "${name}"`)
          .join(', ')}`,
      );
      expect(settings).toEqual({
        statement_timeout: '1500ms',
        lock_timeout: '700ms',
        idle_in_transaction_session_timeout: '2500ms',
        application_name: 'the shop',
        TimeZone: 'UTC',
        work_mem: '5MB',
      });
      await Promise.all(Array.from({ length: 8 }, () => dataSource.query('SELECT pg_sleep(0.02)')));
      const [{ connections }] = await dataSource.query(
        'SELECT count(*)::int AS connections FROM pg_stat_activity WHERE datname = current_database()',
      );
      expect(connections).toBe(3);
      await expect(dataSource.query('SELECT pg_sleep(3)')).rejects.toThrow(/statement timeout/);
    } finally {
      await dataSource.destroy();
      await drop();
    }
  });

  it('changes nothing in the database, and makes no extension', async () => {
    const { url, drop } = await createTestDatabase();
    const dataSource = await createDataSource({ POSTGRES_URL: url }, { cache: false }).initialize();
    try {
      expect(dataSource.options.synchronize).toBe(false);
      expect(
        await dataSource.query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`),
      ).toEqual([]);
      expect(await dataSource.query(`SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'`)).toEqual(
        [],
      );
    } finally {
      await dataSource.destroy();
      await drop();
    }
  });
});

it('the models are had without a connection or a POSTGRES_URL', () => {
  const dataSource = new DataSource({ type: 'postgres', ...entityOptions });
  expect(dataSource.isInitialized).toBe(false);
  expect(entityOptions.entities.length).toBeGreaterThan(0);
});

describe('what a data source says', () => {
  it('is one line on stderr where there is no Redis, and nothing of a query that fails', async () => {
    const { url, drop } = await createTestDatabase();
    const warn = jest.spyOn(console, 'warn').mockImplementation();
    const log = jest.spyOn(console, 'log').mockImplementation();
    const options = dataSourceOptions({ POSTGRES_URL: url }, directory);
    const dataSource = await new DataSource({ ...options, maxQueryExecutionTime: 20 }).initialize();
    try {
      await expect(dataSource.query('SELECT $1::int / 0', ['5'])).rejects.toThrow(/division by zero/);
      await dataSource.query('SELECT pg_sleep(0.05), $1::text', ['a secret']);
      // On a busy machine, what TypeORM asks while it connects is slow too.
      const isOfConnecting = ([line]: unknown[]) =>
        /SELECT (version\(\)|\* FROM current_schema\(\))$/.test(String(line));
      expect(warn.mock.calls.filter((call) => !isOfConnecting(call))).toEqual([
        ['Query cache off: REDIS_URL is not set.'],
        [expect.stringMatching(/^Slow query \(\d+ ms\): SELECT pg_sleep\(0\.05\), \$1::text$/)],
      ]);
      expect(log).not.toHaveBeenCalled();
    } finally {
      await dataSource.destroy();
      await drop();
      warn.mockRestore();
      log.mockRestore();
    }
  });
});

it("TypeORM's own command line finds one data source in the file for it", () => {
  const { POSTGRES_URL } = process.env;
  process.env.POSTGRES_URL = 'postgres://localhost/db';
  try {
    const exported = Object.values(jest.requireActual<object>('./data-source'));
    expect(exported).toHaveLength(1);
    expect(exported[0]).toBeInstanceOf(DataSource);
  } finally {
    if (POSTGRES_URL === undefined) {
      delete process.env.POSTGRES_URL;
    } else {
      process.env.POSTGRES_URL = POSTGRES_URL;
    }
  }
});
