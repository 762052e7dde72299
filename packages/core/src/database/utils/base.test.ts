import { runInThisContext } from 'node:vm';
import type { DataSource } from 'typeorm';
import { createTestDataSource, type TestDataSource } from '../../../test/test-data-source';
import { User } from '../models';
import { utcnow } from './utcnow';
import { uuid7 } from './uuid7';

let test: TestDataSource;
let dataSource: DataSource;

beforeAll(async () => {
  test = await createTestDataSource();
  dataSource = test.dataSource;
});

afterAll(() => test.remove());

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('an id is a uuid v7, and ascends, whichever way a row is inserted', () => {
  const email = (name: string) => `${name}@ids.example`;
  const named = (ids: readonly (string | undefined)[]) => {
    for (const id of ids) {
      expect(id).toMatch(version7);
    }
    return ids as string[];
  };

  it('each by each way', async () => {
    const users = dataSource.getRepository(User);
    // One connection: ids ascend within a millisecond in one session only.
    const ids = await dataSource.transaction(async (manager) => {
      const repository = manager.withRepository(users);
      const saved = await repository.save(repository.create({ email: email('save') }));
      const inserted = await repository.insert({ email: email('insert') });
      const upserted = await repository.upsert({ email: email('upsert') }, ['email']);
      const built = await repository
        .createQueryBuilder()
        .insert()
        .values({ email: email('builder') })
        .execute();
      const [raw] = await manager.query(`INSERT INTO users (email) VALUES ('${email('raw')}') RETURNING id`);
      return named([
        saved.id,
        inserted.identifiers[0]?.id,
        upserted.identifiers[0]?.id,
        built.identifiers[0]?.id,
        raw.id,
      ]);
    });
    expect(ids).toEqual([...ids].sort());
    const stored = await users
      .createQueryBuilder('user')
      .where(`user.email LIKE '%@ids.example'`)
      .orderBy('user.id')
      .getMany();
    expect(stored.map((user) => user.id)).toEqual(ids);
  });

  it.each([
    [
      'save',
      async (names: readonly string[]) => {
        const users = dataSource.getRepository(User);
        return (await users.save(names.map((name) => users.create({ email: name })))).map(({ id }) => id);
      },
    ],
    [
      'insert',
      async (names: readonly string[]) =>
        (await dataSource.getRepository(User).insert(names.map((name) => ({ email: name })))).identifiers.map(
          ({ id }) => id,
        ),
    ],
    [
      'raw SQL',
      async (names: readonly string[]) =>
        (
          await dataSource.query('INSERT INTO users (email) SELECT unnest($1::text[]) RETURNING id', [names])
        ).map(({ id }: User) => id),
    ],
  ])('2000 rows at once, in the order of their insertion, by %s', async (way, insert) => {
    const names = Array.from({ length: 2_000 }, (_, index) =>
      email(`${way}-${String(index).padStart(4, '0')}`),
    );
    const ids = named(await insert(names));
    expect(ids).toEqual([...ids].sort());
    const stored = await dataSource
      .getRepository(User)
      .createQueryBuilder('user')
      .where('user.email IN (:...names)', { names })
      .orderBy('user.email')
      .getMany();
    expect(stored.map((user) => user.id)).toEqual(ids);
  });

  it('what is inserted later has the greater id, over all connections', async () => {
    const users = dataSource.getRepository(User);
    const waves: string[][] = [];
    for (let wave = 0; wave < 3; wave += 1) {
      const inserted = await Promise.all(
        Array.from({ length: 8 }, (_, index) => users.insert({ email: email(`wave-${wave}-${index}`) })),
      );
      waves.push(inserted.map(({ identifiers }) => identifiers[0]?.id).sort());
      await nextMillisecond();
    }
    expect(waves.flat()).toEqual(waves.flat().sort());
  });

  it('an id that was made beforehand is kept', async () => {
    const id = uuid7();
    const users = dataSource.getRepository(User);
    await users.save(users.create({ id, email: email('beforehand') }));
    expect((await users.findOneByOrFail({ email: email('beforehand') })).id).toBe(id);
  });

  it('uuid7() ascends and is of now', () => {
    const ids = Array.from({ length: 1_000 }, uuid7);
    expect(ids).toEqual([...ids].sort());
    const milliseconds = Number.parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(milliseconds - utcnow().getTime())).toBeLessThan(1_000);
  });
});

describe('timestamps', () => {
  const createUser = (name: string) =>
    dataSource.getRepository(User).save({ email: `${name}@times.example` });

  it('are set by the database, and come back from every way to insert', async () => {
    const before = await databaseTime();
    const user = await createUser('insert');
    const after = await databaseTime();
    expect(user.createdAt).toEqual(user.updatedAt);
    expect(user.createdAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(user.createdAt.getTime()).toBeLessThanOrEqual(after.getTime());
    expect(user.archivedAt).toBeNull();
  });

  it('are exactly what is stored, so that a row can be found by the instant that was read', async () => {
    const users = dataSource.getRepository(User);
    const user = await createUser('equal');
    const { id, createdAt, updatedAt } = await users.findOneByOrFail({ id: user.id });
    expect({ createdAt, updatedAt }).toEqual({ createdAt: user.createdAt, updatedAt: user.updatedAt });
    expect(await users.countBy({ id, createdAt, updatedAt })).toBe(1);
    expect((await users.update({ id, updatedAt }, { displayName: 'First' })).affected).toBe(1);
    await nextMillisecond();
    expect((await users.update({ id, updatedAt: new Date(0) }, { displayName: 'Second' })).affected).toBe(0);
  });

  it.each([
    ['save', (user: User) => dataSource.getRepository(User).save({ id: user.id, displayName: 'x' })],
    ['update', (user: User) => dataSource.getRepository(User).update(user.id, { displayName: 'x' })],
    [
      'upsert',
      (user: User) =>
        dataSource.getRepository(User).upsert({ email: user.email, displayName: 'x' }, ['email']),
    ],
    [
      'the query builder',
      (user: User) =>
        dataSource
          .createQueryBuilder()
          .update(User)
          .set({ displayName: 'x' })
          .where({ id: user.id })
          .execute(),
    ],
  ])('updated_at moves with %s, created_at does not', async (way, change) => {
    const user = await createUser(way.replaceAll(' ', '-'));
    await nextMillisecond();
    await change(user);
    const changed = await dataSource.getRepository(User).findOneByOrFail({ id: user.id });
    expect(changed.displayName).toBe('x');
    expect(changed.updatedAt.getTime()).toBeGreaterThan(user.updatedAt.getTime());
    expect(changed.createdAt).toEqual(user.createdAt);
  });

  it('updated_at stays where nothing changed, and created_at cannot be changed', async () => {
    const users = dataSource.getRepository(User);
    const user = await createUser('same');
    await nextMillisecond();
    await users.save(await users.findOneByOrFail({ id: user.id }));
    await users.update(user.id, { displayName: 'x', createdAt: new Date(0) });
    const changed = await users.findOneByOrFail({ id: user.id });
    expect(changed.createdAt).toEqual(user.createdAt);
  });

  it.each(['America/Caracas', 'Asia/Kathmandu'])('are the same instants in a session in %s', async (zone) => {
    const instant = new Date('2024-03-10T07:30:00.123Z');
    const queryRunner = dataSource.createQueryRunner();
    try {
      await queryRunner.query(`SET TIME ZONE '${zone}'`);
      const users = queryRunner.manager.getRepository(User);
      const saved = await users.save({ email: `${zone}@zones.example`, createdAt: instant });
      const [stored] = await queryRunner.query(
        `SELECT created_at, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS utc,
                abs(extract(epoch FROM updated_at - clock_timestamp())) < 5 AS is_now
           FROM users WHERE id = $1`,
        [saved.id],
      );
      expect(stored).toEqual({ created_at: instant, utc: '2024-03-10T07:30:00.123Z', is_now: true });
      expect(await users.countBy({ id: saved.id, createdAt: instant })).toBe(1);
    } finally {
      await queryRunner.query('RESET TIME ZONE');
      await queryRunner.release();
    }
  });

  it('are the same instants in a process in another zone, also in an hour that comes twice', async () => {
    const own = process.env.TZ;
    // Jest's `process.env` is a copy; the zone that `Date` looks at is the process's own.
    const setZone = (zone: string | undefined) =>
      runInThisContext(
        zone === undefined ? 'delete process.env.TZ' : `process.env.TZ = ${JSON.stringify(zone)}`,
      );
    const instants = ['2024-11-03T05:30:00.001Z', '2024-11-03T06:30:00.002Z'].map((text) => new Date(text));
    try {
      setZone('America/New_York');
      expect(instants.map((instant) => instant.getHours())).toEqual([1, 1]);
      for (const createdAt of instants) {
        const { id } = await dataSource
          .getRepository(User)
          .save({ email: `${createdAt.getTime()}@zones.example`, createdAt });
        expect(await dataSource.getRepository(User).findOneByOrFail({ id, createdAt })).toMatchObject({
          createdAt,
        });
        const [{ epoch }] = await dataSource.query(
          'SELECT extract(epoch FROM created_at) * 1000 AS epoch FROM users WHERE id = $1',
          [id],
        );
        expect(Number(epoch)).toBe(createdAt.getTime());
      }
    } finally {
      setZone(own);
    }
  });

  it('utcnow() is this instant, to the millisecond that the columns hold', async () => {
    const instant = utcnow();
    expect(Math.abs(instant.getTime() - Date.now())).toBeLessThan(1_000);
    const user = await dataSource
      .getRepository(User)
      .save({ email: 'now@times.example', createdAt: instant });
    expect(await dataSource.getRepository(User).findOneBy({ id: user.id })).toMatchObject({
      createdAt: instant,
    });
  });
});

async function databaseTime(): Promise<Date> {
  const [row] = await dataSource.query('SELECT clock_timestamp()::timestamptz(3) AS time');
  return row.time;
}

async function nextMillisecond(): Promise<void> {
  const start = await databaseTime();
  let time = start;
  while (time.getTime() <= start.getTime() + 1) {
    time = await databaseTime();
  }
}
