import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { type Cache, cacheIn, cacheKey } from '../src/cache/cache-folder';
import { readServerIdentity, type ServerIdentity } from '../src/cache/server-identity';
import { withConnection } from '../src/connect/connect';
import { buildDesired } from '../src/desired/build-desired';
import { type FoundDesired, findDesired } from '../src/desired/find-desired';
import { RetortError } from '../src/errors/retort-error';
import { emptySchema } from '../src/schema/empty-schema';
import type { Schema } from '../src/schema/schema';
import { withScratchSlot } from '../src/scratch/scratch-slot';
import { modelsIn } from './harness/case-database';
import { type CaseModels, casesFolder, readCases } from './harness/case-folder';

const serverUrl = String(process.env.RETORT_TEST_SERVER);
const place = { serverUrl, schema: 'public', online: false };
/** Of each category, unless all are asked for. */
const sample = process.env.RETORT_TEST_CACHES === 'all' ? Number.POSITIVE_INFINITY : 5;

let server: ServerIdentity;
let folder: string;
beforeAll(async () => {
  server = await withConnection(serverUrl, readServerIdentity);
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retort-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function find(models: CaseModels, like: Schema, cache: Cache, scratch = serverUrl): Promise<FoundDesired> {
  const { entities, sql } = modelsIn(place, models);
  return withScratchSlot(serverUrl, {}, (slot) =>
    findDesired({
      entities,
      sql,
      like,
      read: {},
      scratch,
      slot,
      cache,
      server,
      identity: cacheKey(server.all),
    }),
  );
}

function build(models: CaseModels, like: Schema): Promise<Omit<FoundDesired, 'made'>> {
  const { entities, sql } = modelsIn(place, models);
  return buildDesired({ entities, sql, like, scratch: serverUrl });
}

/** What came, or how it was refused. */
function outcome(desired: Promise<Omit<FoundDesired, 'made'>>) {
  return desired.then(
    ({ schema, unmanaged, warnings }) => ({ schema, unmanaged, warnings }),
    (error: unknown) => {
      if (error instanceof RetortError) return { what: error.message, at: error.at, next: error.next };
      throw error;
    },
  );
}

class Owner {
  id!: number;
}
Entity({ name: 'owner' })(Owner);
PrimaryColumn('int')(Owner.prototype, 'id');

/** A table that refers to `owner`, and `owner`; each may have one column more. */
function pets(extra: { readonly pet?: string; readonly owner?: string } = {}): CaseModels['entities'] {
  class Master {
    id!: number;
  }
  Entity({ name: 'owner' })(Master);
  PrimaryColumn('int')(Master.prototype, 'id');
  if (extra.owner !== undefined) Column('text', { nullable: true })(Master.prototype, extra.owner);
  class Pet {
    id!: number;
    mood!: string;
    owner!: unknown;
  }
  Entity({ name: 'pet' })(Pet);
  PrimaryColumn('int')(Pet.prototype, 'id');
  Column({ type: 'enum', enum: ['calm', 'wild'], enumName: 'mood' })(Pet.prototype, 'mood');
  ManyToOne(() => Master, { nullable: true })(Pet.prototype, 'owner');
  JoinColumn({ name: 'owner_id', foreignKeyConstraintName: 'pet_owner' })(Pet.prototype, 'owner');
  if (extra.pet !== undefined) Column('text', { nullable: true })(Pet.prototype, extra.pet);
  return [Master, Pet];
}

describe('what declared SQL made or looks at is not lost where the entities are made in part', () => {
  it.each([
    [
      'a foreign key of its own',
      'ALTER TABLE pet ADD CONSTRAINT again FOREIGN KEY (owner_id) REFERENCES owner',
      { pet: 'name' },
    ],
    ['how a foreign key is', 'ALTER TABLE pet ALTER CONSTRAINT pet_owner DEFERRABLE', { owner: 'name' }],
    ['a comment on a type', "COMMENT ON TYPE mood IS 'of pets'", { owner: 'name' }],
    ['a label of an enum', "ALTER TYPE mood ADD VALUE 'shy'", { owner: 'name' }],
    [
      'a loop over what there is',
      `DO $$ DECLARE found text; BEGIN
         FOR found IN SELECT table_name FROM information_schema.columns WHERE column_name = 'tenant_id' LOOP
           EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', found);
         END LOOP; END $$`,
      { owner: 'tenant_id' },
    ],
    ['a table like another', 'CREATE TABLE archive (LIKE pet INCLUDING ALL)', { pet: 'name' }],
  ])('%s', async (_what, sql, extra) => {
    const declared = { sql: () => [sql] };
    const first = await find({ entities: pets(), ...declared }, emptySchema, cacheIn(folder));
    const after = { entities: pets(extra), ...declared };
    const found = find(after, first.schema, cacheIn(folder));
    expect(await outcome(found)).toEqual(await outcome(build(after, first.schema)));
  });

  it('a table whose name Postgres cuts off is seen to go', async () => {
    const name = 'n'.repeat(70);
    class Long {
      id!: number;
    }
    Entity({ name })(Long);
    PrimaryColumn('int')(Long.prototype, 'id');
    const first = await find({ entities: [Owner, Long] }, emptySchema, cacheIn(folder));
    const found = await find({ entities: [Owner] }, first.schema, cacheIn(folder));
    expect(found.schema.tables.map((table) => table.name)).toEqual(['owner']);
  });
});

describe('all entities at once', () => {
  const nowhere = 'postgres://nobody@127.0.0.1:1/nowhere';

  it('are made in the database in which the plan is proven', async () => {
    const { schema, made } = await find({ entities: pets() }, emptySchema, cacheIn(folder), nowhere);
    expect([schema.tables.map(({ name }) => name), made]).toEqual([['owner', 'pet'], 'whole']);
  });

  it('are made in one of their own where declared SQL might end the transaction', async () => {
    const declared = { sql: () => ['COMMIT'] };
    const found = find({ entities: pets(), ...declared }, emptySchema, cacheIn(folder), nowhere);
    await expect(found).rejects.toThrow('Postgres does not answer');
  });

  it('are made in one of their own where one is refused, which tells of it', async () => {
    class Odd {
      id!: number;
    }
    Entity({ name: 'odd' })(Odd);
    PrimaryColumn('int')(Odd.prototype, 'id');
    Index('partly', { where: 'no_such_column > 0' })(Odd.prototype, 'id');
    const found = find({ entities: [Odd] }, emptySchema, cacheIn(folder));
    await expect(found).rejects.toThrow('no_such_column');
  });
});

describe('what is kept', () => {
  const servers: Record<string, string> = JSON.parse(String(process.env.RETORT_TEST_SERVERS));
  const major = Math.max(...Object.keys(servers).map(Number));
  const made = new Map<string, number>();
  for (const category of readdirSync(casesFolder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    const cases = readCases(category.name).filter(({ fromMajor }) => fromMajor <= major);
    const step = Math.max(1, Math.floor(cases.length / sample));
    const chosen = cases.filter((_case, index) => index % step === 0);
    it.each(chosen)(`is what would be made anew: ${category.name}, $sentence`, async ({ before, after }) => {
      const first = await find(before, emptySchema, cacheIn(folder));
      expect(await outcome(Promise.resolve(first))).toEqual(await outcome(build(before, emptySchema)));
      const like = first.schema;
      const found = find(after, like, cacheIn(folder));
      expect(await outcome(found)).toEqual(await outcome(build(after, like)));
      const how = await found.then(
        (desired) => desired.made,
        () => 'refused',
      );
      made.set(how, (made.get(how) ?? 0) + 1);
      if (how === 'refused') return;
      const again = await find(after, like, cacheIn(folder));
      expect(again).toEqual({ ...(await found), made: 'nothing' });
    });
  }

  it('was mostly made in part, not whole, where there are no views and no declared SQL', () => {
    expect(made.get('part')).toBeGreaterThan(20);
  });
});
