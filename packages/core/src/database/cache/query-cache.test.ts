import { connect, createServer, type Server, type Socket } from 'node:net';
import {
  createTestDatabase,
  hasTestRedis,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@retort/services/testing';
import Redis from 'ioredis';
import { DataSource, type Logger, type MigrationInterface, type QueryRunner } from 'typeorm';
import { ExplainedError } from '../../explained-error';
import { entityOptions } from '../entity-options';
import { User } from '../models';
import { queryCacheProvider } from './query-cache-provider';

class MakeUsers1700000000001 implements MigrationInterface {
  name = 'MakeUsers1700000000001';
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE users (id uuid PRIMARY KEY DEFAULT uuidv7(), created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(), archived_at timestamptz(3), email text NOT NULL, display_name text)`);
    await queryRunner.query(`INSERT INTO users (email) VALUES ('before')`);
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE users');
  }
}

class RenameUsers1700000000002 implements MigrationInterface {
  name = 'RenameUsers1700000000002';
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE users SET email = 'after'`);
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE users SET email = 'undone'`);
  }
}

class FailToRename1700000000003 implements MigrationInterface {
  name = 'FailToRename1700000000003';
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('SELECT 1 / 0');
  }
  async down(): Promise<void> {}
}

// As `make setup`, which goes without a cache where no Redis is installed.
const describeWithRedis = hasTestRedis() ? describe : describe.skip;

let redis: TestRedis;
let inspector: Redis;
let database: TestDatabase;
let opened: DataSource[];
let lines: string[];

beforeAll(async () => {
  const started = await startTestRedis();
  if (started === undefined) throw new Error('Redis went away.');
  redis = started;
  inspector = new Redis(redis.url);
});

afterAll(async () => {
  await inspector.quit();
  await redis.stop();
});

beforeEach(async () => {
  lines = [];
  opened = [];
  await inspector.flushall();
  database = await createTestDatabase();
});

afterEach(async () => {
  for (const dataSource of opened.filter(({ isInitialized }) => isInitialized)) {
    await dataSource.destroy();
  }
  await database.drop();
});

const logger: Logger = {
  log: (_level, message) => lines.push(String(message)),
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
};

async function open(
  redisUrl: string | undefined,
  migrations: (new () => MigrationInterface)[] = [],
  url = database.url,
): Promise<DataSource> {
  const setting = redisUrl === undefined ? undefined : { value: redisUrl, where: 'the environment' };
  const dataSource = new DataSource({
    ...entityOptions,
    type: 'postgres',
    url,
    migrations,
    migrationsTransactionMode: 'each',
    logger,
    poolSize: 5,
    cache: { provider: queryCacheProvider(setting) },
  });
  await dataSource.initialize();
  opened.push(dataSource);
  return dataSource;
}

/** The process that migrates: it has no cache. */
async function migrate(...migrations: (new () => MigrationInterface)[]): Promise<void> {
  const dataSource = await open(undefined, migrations);
  await dataSource.runMigrations();
  await dataSource.destroy();
}

async function undo(...migrations: (new () => MigrationInterface)[]): Promise<void> {
  const dataSource = await open(undefined, migrations);
  await dataSource.undoLastMigration();
  await dataSource.destroy();
}

async function cachedEmail(dataSource: DataSource, queryRunner?: QueryRunner): Promise<string | undefined> {
  const manager = queryRunner?.manager ?? dataSource.manager;
  const [user] = await manager.find(User, { cache: 60_000 });
  return user?.email;
}

/** A change past TypeORM, which a cached result does not show. */
async function setEmail(dataSource: DataSource, email: string): Promise<void> {
  await dataSource.query('UPDATE users SET email = $1', [email]);
}

describeWithRedis('a cached result', () => {
  it('is served until it expires', async () => {
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    const find = () => dataSource.manager.find(User, { cache: 150 });
    const [first] = await find();
    await setEmail(dataSource, 'changed');
    expect(await find()).toEqual([first]);
    expect(first?.createdAt).toBeInstanceOf(Date);
    while ((await inspector.dbsize()) > 0) {
      await dataSource.query('SELECT pg_sleep(0.01)');
    }
    expect((await find())[0]?.email).toBe('changed');
  });

  it('is served to another process, and is not to another database on the same Redis', async () => {
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    await cachedEmail(dataSource);
    await setEmail(dataSource, 'changed');
    expect(await cachedEmail(await open(redis.url))).toBe('before');

    const own = database;
    database = await createTestDatabase();
    await migrate(MakeUsers1700000000001);
    const elsewhere = await open(redis.url);
    await setEmail(elsewhere, 'elsewhere');
    expect(await cachedEmail(elsewhere)).toBe('elsewhere');
    await elsewhere.destroy();
    await database.drop();
    database = own;
  });

  it('has the migration head in its key', async () => {
    await migrate(MakeUsers1700000000001);
    await cachedEmail(await open(redis.url));
    expect(await inspector.keys('*')).toEqual([
      expect.stringMatching(
        /^retort:query-cache:\d+\.\d+:\d+\.1\.1\.MakeUsers1700000000001:sql=[0-9a-f]{64}$/,
      ),
    ]);
  });

  it("goes with clear(), and nobody else's keys do", async () => {
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    await inspector.set('retort:query-cache:1.1:other', 'x');
    await inspector.set('mine', 'x');
    for (let count = 0; count < 3_000; count += 1) {
      inspector.set(`filler:${count}`, 'x');
    }
    await cachedEmail(dataSource);
    await setEmail(dataSource, 'changed');
    await dataSource.queryResultCache?.clear();
    expect(await inspector.dbsize()).toBe(3_002);
    expect(await cachedEmail(dataSource)).toBe('changed');
  });

  it('goes with remove() of its identifier, the others stay', async () => {
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    const find = async (id: string) =>
      (await dataSource.manager.find(User, { cache: { id, milliseconds: 60_000 } }))[0]?.email;
    await find('one');
    await find('two');
    await setEmail(dataSource, 'changed');
    await dataSource.queryResultCache?.remove(['one']);
    expect([await find('one'), await find('two')]).toEqual(['changed', 'before']);
  });

  it('is neither made nor served in a transaction, which may be rolled back', async () => {
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    const queryRunner = dataSource.createQueryRunner();
    await queryRunner.startTransaction();
    await queryRunner.query(`UPDATE users SET email = 'uncommitted'`);
    expect(await cachedEmail(dataSource, queryRunner)).toBe('uncommitted');
    expect(await cachedEmail(dataSource)).toBe('before');
    expect(await cachedEmail(dataSource, queryRunner)).toBe('uncommitted');
    await queryRunner.rollbackTransaction();
    await queryRunner.release();
    expect(await cachedEmail(await open(redis.url))).toBe('before');
  });
});

describeWithRedis('no result cached before a migration is served after it', () => {
  it('by a process that started before it, nor by one that started after', async () => {
    await migrate(MakeUsers1700000000001);
    const started = await open(redis.url);
    expect(await cachedEmail(started)).toBe('before');
    await setEmail(started, 'not seen');
    expect(await cachedEmail(started)).toBe('before');
    await migrate(MakeUsers1700000000001, RenameUsers1700000000002);
    expect(await cachedEmail(started)).toBe('after');
    expect(await cachedEmail(await open(redis.url))).toBe('after');
  });

  it('where its query ran before the migration and it is stored after', async () => {
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    const slow = dataSource.createQueryRunner();
    const run = slow.query.bind(slow) as typeof slow.query;
    let migrated = false;
    slow.query = (async (query: string, parameters: unknown[], structured: true) => {
      const result = await run(query, parameters, structured);
      if (query.includes('FROM "users"')) {
        await migrate(MakeUsers1700000000001, RenameUsers1700000000002);
        migrated = true;
      }
      return result;
    }) as typeof slow.query;
    expect(await cachedEmail(dataSource, slow)).toBe('before');
    expect(migrated).toBe(true);
    expect(await inspector.keys('*')).toEqual([expect.stringContaining('MakeUsers')]);
    expect(await cachedEmail(dataSource)).toBe('after');
    await slow.release();
  });

  it('where two ask at once on one connection, one before and one after', async () => {
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    const shared = dataSource.createQueryRunner();
    const cache = dataSource.queryResultCache;
    const asked = { query: 'q', duration: 60_000 };
    await cache?.getFromCache(asked, shared);
    await migrate(MakeUsers1700000000001, RenameUsers1700000000002);
    await cache?.getFromCache(asked, shared);
    await cache?.storeInCache({ ...asked, time: Date.now(), result: '"from before"' }, undefined, shared);
    await cache?.storeInCache({ ...asked, time: Date.now(), result: '"unknown"' }, undefined, shared);
    expect(await cache?.getFromCache(asked, shared)).toBeUndefined();
    await shared.release();
  });

  it('where the migration was undone: neither what was before it nor what was under it', async () => {
    const both = [MakeUsers1700000000001, RenameUsers1700000000002];
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    expect(await cachedEmail(dataSource)).toBe('before');
    await migrate(...both);
    expect(await cachedEmail(dataSource)).toBe('after');
    await undo(...both);
    expect(await cachedEmail(dataSource)).toBe('undone');
    await setEmail(dataSource, 'not seen');
    expect(await cachedEmail(dataSource)).toBe('undone');
    await migrate(...both);
    expect(await cachedEmail(dataSource)).toBe('after');
    await undo(...both);
    await setEmail(dataSource, 'undone again');
    expect(await cachedEmail(dataSource)).toBe('undone again');
  });

  it('where it was cached while the migration was about to commit, and that was undone', async () => {
    const both = [MakeUsers1700000000001, RenameUsers1700000000002];
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    const migrating = await open(undefined);
    const queryRunner = migrating.createQueryRunner();
    await queryRunner.startTransaction();
    await new RenameUsers1700000000002().up(queryRunner);
    await queryRunner.query(
      `INSERT INTO migrations (timestamp, name) VALUES (1700000000002, 'RenameUsers1700000000002')`,
    );
    expect(await cachedEmail(dataSource)).toBe('before');
    await queryRunner.commitTransaction();
    await queryRunner.release();
    expect(await cachedEmail(dataSource)).toBe('after');
    await undo(...both);
    expect(await cachedEmail(dataSource)).toBe('undone');
  });

  it('where the database was wiped and made again under its name', async () => {
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(redis.url);
    await cachedEmail(dataSource);
    await dataSource.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await migrate(MakeUsers1700000000001);
    await setEmail(dataSource, 'made again');
    expect(await cachedEmail(dataSource)).toBe('made again');
  });

  it('and a migration that failed leaves the cache working', async () => {
    await migrate(MakeUsers1700000000001);
    await expect(migrate(MakeUsers1700000000001, FailToRename1700000000003)).rejects.toThrow(
      /division by zero/,
    );
    const dataSource = await open(redis.url);
    await dataSource.query(`SELECT nextval('migrations_id_seq')`);
    expect(await cachedEmail(dataSource)).toBe('before');
    await setEmail(dataSource, 'changed');
    expect(await cachedEmail(dataSource)).toBe('before');
  });

  it('and without a migrations table nothing is cached, and nothing fails', async () => {
    const dataSource = await open(redis.url);
    const queryRunner = dataSource.createQueryRunner();
    await new MakeUsers1700000000001().up(queryRunner);
    await queryRunner.release();
    expect(await cachedEmail(dataSource)).toBe('before');
    await setEmail(dataSource, 'changed');
    expect(await cachedEmail(dataSource)).toBe('changed');
    expect(await inspector.dbsize()).toBe(0);
    await dataSource.queryResultCache?.clear();
    expect(lines).toEqual([]);
  });

  it('and a role that may not see the sequence gets no cache, and a line', async () => {
    await migrate(MakeUsers1700000000001);
    const admin = await open(undefined);
    const role = `reader_${Date.now()}`;
    await admin.query(
      `CREATE ROLE ${role} LOGIN PASSWORD 'secret'; GRANT SELECT ON users, migrations TO ${role}`,
    );
    try {
      const url = new URL(database.url);
      url.username = role;
      url.password = 'secret';
      lines = [];
      const dataSource = await open(redis.url, [], url.toString());
      expect(await cachedEmail(dataSource)).toBe('before');
      expect(await cachedEmail(dataSource)).toBe('before');
      expect(await inspector.dbsize()).toBe(0);
      expect(lines).toEqual([
        'Query cache off: The sequence of the migrations table cannot be read, so a migration that was undone could not be noticed. (GRANT SELECT ON SEQUENCE migrations_id_seq TO that role)',
      ]);
    } finally {
      await admin.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });
});

describeWithRedis('without a Redis', () => {
  const closedPort = 'redis://:secret@127.0.0.1:1';

  it('that was not named there is no cache, and one line', async () => {
    await migrate(MakeUsers1700000000001);
    lines = [];
    const dataSource = await open(undefined);
    expect(await cachedEmail(dataSource)).toBe('before');
    await setEmail(dataSource, 'changed');
    expect(await cachedEmail(dataSource)).toBe('changed');
    await dataSource.queryResultCache?.clear();
    await dataSource.queryResultCache?.remove(['x']);
    expect(lines).toEqual(['Query cache off: REDIS_URL is not set.']);
  });

  it('that answers there is none either, and one line without the password', async () => {
    await migrate(MakeUsers1700000000001);
    lines = [];
    const dataSource = await open(closedPort);
    expect(await cachedEmail(dataSource)).toBe('before');
    await setEmail(dataSource, 'changed');
    expect(await cachedEmail(dataSource)).toBe('changed');
    expect(lines).toEqual([
      'Query cache off: Redis at 127.0.0.1:1 does not answer (connect ECONNREFUSED 127.0.0.1:1).',
    ]);
  });

  it('that answers, removing is not done, and says so', async () => {
    await migrate(MakeUsers1700000000001);
    const dataSource = await open(closedPort);
    const refusal = {
      message: 'Cached query results could not be removed, and are served until they expire.',
      at: 'Redis at 127.0.0.1:1',
      next: 'Start Redis (make setup), or check REDIS_URL, and remove them again',
    };
    await expect(dataSource.queryResultCache?.clear()).rejects.toMatchObject(refusal);
    await expect(dataSource.queryResultCache?.remove(['x'])).rejects.toMatchObject(refusal);
    await expect(dataSource.queryResultCache?.remove(['x'])).rejects.toBeInstanceOf(ExplainedError);
  });

  it('that dies, queries go on; when it is back, so is the cache', async () => {
    await migrate(MakeUsers1700000000001);
    const relay = await startRelay(redis.url);
    lines = [];
    const dataSource = await open(relay.url);
    expect(await cachedEmail(dataSource)).toBe('before');
    await relay.cut();
    await setEmail(dataSource, 'while it was dead');
    expect(await cachedEmail(dataSource)).toBe('while it was dead');
    expect(await cachedEmail(dataSource)).toBe('while it was dead');
    expect(lines).toEqual([
      expect.stringMatching(/^Query cache off: Redis at 127\.0\.0\.1:\d+ does not answer \(/),
    ]);
    await relay.mend();
    await until(async () => (await cachedEmail(dataSource)) === 'before');
    expect(lines.at(-1)).toMatch(/^Query cache on: Redis at 127\.0\.0\.1:\d+ answers again\.$/);
    expect(lines).toHaveLength(2);
    await dataSource.destroy();
    await relay.close();
  });

  it('that hangs, the first query waits a moment, and the next do not', async () => {
    await migrate(MakeUsers1700000000001);
    const relay = await startRelay(redis.url);
    const dataSource = await open(relay.url);
    await cachedEmail(dataSource);
    await setEmail(dataSource, 'while it hung');
    relay.hang();
    const start = performance.now();
    expect(await cachedEmail(dataSource)).toBe('while it hung');
    const waited = performance.now() - start;
    expect(waited).toBeLessThan(2_000);
    for (let count = 0; count < 20; count += 1) {
      expect(await cachedEmail(dataSource)).toBe('while it hung');
    }
    expect(performance.now() - start - waited).toBeLessThan(1_000);
    await dataSource.destroy();
    await relay.close();
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await new Promise(setImmediate);
  }
}

interface Relay {
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  hang(): void;
  close(): Promise<void>;
}

/** Stands between the cache and Redis, to be a Redis that dies, hangs and comes back, with what it held. */
async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let hanging = false;
  const server: Server = createServer((client) => {
    sockets.add(client);
    const real = connect(Number(port), hostname);
    sockets.add(real);
    client.on('data', (data) => !hanging && real.write(data));
    real.on('data', (data) => !hanging && client.write(data));
    for (const [one, other] of [
      [client, real],
      [real, client],
    ] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const stopListening = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) {
        socket.destroy();
      }
      sockets.clear();
    });
  await listen(0);
  const address = server.address();
  const ownPort = typeof address === 'object' && address !== null ? address.port : 0;
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(ownPort);
  return {
    url: url.toString(),
    cut: stopListening,
    mend: () => listen(ownPort),
    hang() {
      hanging = true;
    },
    close: () => (server.listening ? stopListening() : Promise.resolve()),
  };
}
