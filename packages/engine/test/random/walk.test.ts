import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase } from '@retort/services/testing';
import fc from 'fast-check';
import { compareModels } from '../../src/compare/compare-models';
import type { CompareOptions } from '../../src/compare/compare-options';
import { RetortError } from '../../src/errors/retort-error';
import { readHistory } from '../../src/history/read-history';
import type { Plan } from '../../src/plan/plan';
import { prepareMigration } from '../../src/prepare/prepare-migration';
import { type DowngradeOptions, downgrade, migrate } from '../../src/run/run-pending';
import { verifyHistory } from '../../src/verify/verify-history';
import { loadModule } from '../load-module';
import { queryRows } from '../query-rows';
import { withTemporaryFolder } from '../temporary-folder';
import { answerAll } from './answer-all';
import { walkEntities, walkSql } from './walk-entities';
import { editModel, firstModel, randomWalk, type WalkModel, type WalkStep } from './walk-model';
import { keptValues, walkRows, walkSamples } from './walk-rows';

const server = String(process.env.RETORT_TEST_SERVER);
/** `RETORT_RANDOM_RUNS` makes it go more often, `RETORT_RANDOM_STEPS` further, `RETORT_RANDOM_SEED` elsewhere. */
const numRuns = Number(process.env.RETORT_RANDOM_RUNS ?? 1);
const steps = Number(process.env.RETORT_RANDOM_STEPS ?? 5);
const seed = Number(process.env.RETORT_RANDOM_SEED ?? 1);

it(`a history is written step by step, with what earlier steps left in the caches, from seed ${seed}`, async () => {
  await fc.assert(fc.asyncProperty(randomWalk(steps), walk), { seed, numRuns, endOnFailure: true });
}, 3_600_000);

async function walk(all: readonly WalkStep[]): Promise<void> {
  const database = await createTestDatabase();
  const done: { readonly model: WalkModel; readonly files: readonly string[] }[] = [];
  try {
    await withTemporaryFolder({}, async (folder) => {
      const [versions, cacheFolder] = [join(folder, 'versions'), join(folder, 'cache')];
      mkdirSync(versions);
      const schemaFile = join(folder, 'schema.sql');
      // A file that is taken away by hand leaves it as it was.
      let isSchemaFileBehind = false;
      const runner = async (target: string) => ({
        database: { url: database.url },
        history: await readHistory(versions, loadModule),
        target,
      });
      for (const [index, { edits, undo, online }] of all.entries()) {
        const last = done.at(-1);
        if (undo && last !== undefined && (await isUndone(await runner(`-${last.files.length}`)))) {
          for (const file of last.files) rmSync(file);
          done.pop();
          isSchemaFileBehind = true;
        }
        const before = done.at(-1)?.model;
        const model = edits.reduce(editModel, before ?? firstModel);
        const history = await readHistory(versions, loadModule);
        const options: CompareOptions = {
          history,
          server,
          online,
          live: database.url,
          entities: { entities: [...walkEntities(model)] },
          sql: walkSql(model),
        };
        const samples = walkSamples(model);
        const { answers, plan } = await answerAll(
          [],
          (place) => samples.get(place.slice(0, -1)) ?? 'NULL',
          (given) => compareModels({ ...options, answers: given }),
        );
        // Rows are in the way, which a migration by hand would have to put right first.
        if (plan.kind === 'refused') continue;
        const prepared = await prepareMigration({
          ...options,
          answers,
          cacheFolder,
          schemaFile,
          message: `step ${index}`,
          format: (_path, text) => Promise.resolve(text),
          nowMs: 1_700_000_000_000 + index * 1000,
        });
        expect(sqlOf(prepared)).toEqual(sqlOf(plan));
        if (prepared.kind !== 'ready') continue;
        isSchemaFileBehind = false;
        done.push({ model, files: prepared.written.map(({ path }) => path) });
        const kept = before === undefined ? [] : keptValues(before, model);
        const rows = await Promise.all(kept.map((sql) => queryRows(database.url, sql)));
        await migrate(await runner('head'));
        expect(await Promise.all(kept.map((sql) => queryRows(database.url, sql)))).toEqual(rows);
        for (const sql of walkRows(model, index)) await queryRows(database.url, sql);
        const settled = { ...options, history: await readHistory(versions, loadModule) };
        expect((await compareModels(settled)).kind).toBe('empty');
        expect((await compareModels({ ...settled, cacheFolder })).kind).toBe('empty');
      }
      const { model = firstModel } = done.at(-1) ?? {};
      if (done.length === 0) return;
      const verified = await verifyHistory({
        history: await readHistory(versions, loadModule),
        server,
        entities: { entities: [...walkEntities(model)] },
        sql: walkSql(model),
        ...(isSchemaFileBehind ? {} : { schemaText: readFileSync(schemaFile, 'utf8') }),
      });
      expect(verified.kind).toBe('holds');
    });
  } finally {
    await database.drop();
  }
}

/** Rows that came since may be in the way; then nothing is undone. */
async function isUndone(options: DowngradeOptions): Promise<boolean> {
  try {
    await downgrade(options);
    return true;
  } catch (error) {
    if (error instanceof RetortError) return false;
    throw error;
  }
}

/** What a plan does, or why there is none. */
function sqlOf(plan: Plan): unknown {
  return plan.kind === 'ready'
    ? { up: plan.up.map(({ sql }) => sql), down: plan.down.map(({ sql }) => sql) }
    : plan.kind;
}
