import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

function find(models: CaseModels, like: Schema, cache: Cache): Promise<FoundDesired> {
  const { entities, sql } = modelsIn(place, models);
  return withScratchSlot(serverUrl, {}, (slot) =>
    findDesired({
      ...{ entities, sql, like, read: {}, scratch: serverUrl, slot, cache, server },
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

describe('what is kept', () => {
  const made = new Map<string, number>();
  for (const category of readdirSync(casesFolder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    const cases = readCases(category.name);
    const step = Math.max(1, Math.floor(cases.length / sample));
    const chosen = cases.filter((_case, index) => index % step === 0);
    it.each(chosen)(`is what would be made anew: ${category.name}, $sentence`, async ({ before, after }) => {
      const first = await find(before, emptySchema, cacheIn(folder));
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
