import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import fc from 'fast-check';
import { formatNamePath } from '../../src/answers/name-path';
import { withConnection } from '../../src/connect/connect';
import { planMigration } from '../../src/pipeline/plan-migration';
import type { Plan, ReadyPlan } from '../../src/plan/plan';
import { listDifferences } from '../../src/schema/list-differences';
import { awayBetweenFiles } from '../harness/away-between-files';
import { readDatabase, runSql, runStatements } from '../harness/case-database';
import { answerAll } from './answer-all';
import { failedSeeds, failedWideSeeds } from './failed-seeds';
import { type KeptTable, keptTables } from './kept-tables';
import { randomExtrasEdit } from './random-extras';
import { enumPath, pathSql } from './random-names';
import { expectKeptRows, type Rows, readRows, runUntilRowsRefuse } from './random-rows';
import { type RandomSchema, randomEdit } from './random-schema';
import { renderRandomSchema } from './render-random-schema';
import { renderRows, sampleValues } from './render-rows';

/** `RETORT_RANDOM_RUNS` makes it look longer, `RETORT_RANDOM_SEED` elsewhere. */
const runs = Number(process.env.RETORT_RANDOM_RUNS ?? 2);
const seed = Number(process.env.RETORT_RANDOM_SEED ?? 1);
const again = failedSeeds.map((one) => ({ ...one, numRuns: 1 }));
const wideAgain = failedWideSeeds.map((one) => ({ ...one, numRuns: 1 }));
const randomWideEdit = fc.tuple(randomEdit, randomExtrasEdit).map(([edit, extras]) => ({
  ...edit,
  from: { ...edit.from, extras: extras.from },
  to: { ...edit.to, extras: extras.to },
}));

describe('a random change of a random schema', () => {
  it.each([...again, { seed, numRuns: runs }])(
    'holds the laws, from seed $seed',
    async (parameters) => {
      await fc.assert(
        fc.asyncProperty(randomEdit, (edit) => holdsLaws(edit)),
        // To shrink takes many runs, and each some seconds.
        { ...parameters, endOnFailure: true },
      );
    },
    3_600_000,
  );

  it.each([...wideAgain, { seed, numRuns: runs }])(
    'holds the laws with all that a schema may have, from seed $seed',
    async (parameters) => {
      await fc.assert(
        fc.asyncProperty(randomWideEdit, (edit) => holdsLaws(edit)),
        { ...parameters, endOnFailure: true },
      );
    },
    3_600_000,
  );
});

interface RandomEdit {
  readonly from: RandomSchema;
  readonly to: RandomSchema;
  readonly online: boolean;
  readonly empty: readonly boolean[];
}

async function holdsLaws({ from, to, online, empty }: RandomEdit): Promise<void> {
  const [database, live, wantedDatabase] = [
    await createTestDatabase(),
    await createTestDatabase(),
    await createTestDatabase(),
  ];
  const major = await majorOf(database);
  const [fromSql, toSql] = [renderRandomSchema(from, major), renderRandomSchema(to, major)];
  const rows = renderRows(from, empty);
  try {
    await runSql(database, fromSql);
    await runSql(live, `${fromSql}\n${rows}`);
    await runSql(wantedDatabase, toSql);
    const original = await readDatabase(database);
    const wanted = await readDatabase(wantedDatabase);
    const kept = keptTables(from, to);
    const asked = {
      from: database,
      sql: toSql,
      online,
      renames: renamesOf(from, to, kept),
      values: sampleValues(to),
    };
    const overRows = await planWithAnswers({ ...asked, live });
    // Rows may be in the way, which is said; without them nothing is.
    const isRefused = overRows.kind === 'refused';
    const plan = isRefused ? await planWithAnswers({ ...asked, live: database }) : overRows;
    const target = isRefused ? database : live;
    expect(plan.kind).toBe(listDifferences(original, wanted).length === 0 ? 'empty' : 'ready');
    if (plan.kind !== 'ready') return;
    expect(awayBetweenFiles(plan.files)).toEqual([]);
    const before = await readRows(target, kept, 'from');
    const isTried = !plan.notes.some((note) => note.startsWith('Not tried'));
    if (isTried) await runStatements(target, plan.up);
    else if (!(await runUntilRowsRefuse(target, plan.up))) return;
    expect(listDifferences(await readDatabase(target), wanted)).toEqual([]);
    const settled = { ...asked, from: target, live: target, renames: [] };
    expect((await planWithAnswers(settled)).kind).toBe('empty');
    await holdsRows(target, plan, kept, before, async () => {
      expect(listDifferences(await readDatabase(target), original)).toEqual([]);
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = error instanceof Error && 'at' in error ? error.at : '';
    const said = [message, at, '-- FROM', fromSql, rows, '-- TO', toSql, `-- online: ${online}`].join('\n');
    throw new Error(said, { cause: error });
  } finally {
    for (const one of [database, live, wantedDatabase]) await one.drop();
  }
}

/** Down and up again, as far as the rows that are there now allow it. */
async function holdsRows(
  target: TestDatabase,
  plan: ReadyPlan,
  kept: readonly KeptTable[],
  before: Rows,
  isOriginal: () => Promise<void>,
): Promise<void> {
  const changed = await readRows(target, kept, 'to');
  expectKeptRows(kept, plan, { before, changed });
  if (!(await runUntilRowsRefuse(target, plan.down))) return;
  await isOriginal();
  expectKeptRows(kept, plan, { before, changed, restored: await readRows(target, kept, 'from') });
  if (!(await runUntilRowsRefuse(target, plan.up))) return;
  expectKeptRows(kept, plan, { before, changed: await readRows(target, kept, 'to') });
}

async function majorOf({ url }: TestDatabase): Promise<number> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major");
    return rows[0].major;
  });
}

function renamesOf(
  fromSchema: RandomSchema,
  toSchema: RandomSchema,
  kept: readonly KeptTable[],
): readonly string[] {
  const enums = fromSchema.enums.flatMap((_labels, index) => {
    const [from, to] = [enumPath(fromSchema, index), enumPath(toSchema, index)];
    return pathSql(from) === pathSql(to)
      ? []
      : [`type:${formatNamePath(from)}=${formatNamePath(inSchema(to))}`];
  });
  return [
    ...enums,
    ...kept.flatMap(({ from, to, columns }) => [
      ...(pathSql(from) === pathSql(to) ? [] : [`${formatNamePath(from)}=${formatNamePath(inSchema(to))}`]),
      ...columns.flatMap((column) =>
        column.from === column.to
          ? []
          : [`${formatNamePath([...from, column.from])}=${formatNamePath([column.to])}`],
      ),
    ]),
  ];
}

function inSchema(path: readonly string[]): readonly string[] {
  return path.length === 1 ? ['public', ...path] : path;
}

interface Asked {
  readonly from: TestDatabase;
  readonly live: TestDatabase;
  readonly sql: string;
  readonly online: boolean;
  readonly renames: readonly string[];
  /** By the column's name in an answer. */
  readonly values: ReadonlyMap<string, string>;
}

async function planWithAnswers({ from, live, sql, online, renames, values }: Asked): Promise<Plan> {
  const sampleOf = (place: string) => values.get(place.slice(0, -1)) ?? sampleOfExtra(place);
  const { plan } = await answerAll(renames, sampleOf, (answers) =>
    planMigration({ from: from.url, to: { entities: [] }, sql: [sql], live: live.url, online, ...answers }),
  );
  return plan;
}

/** Of the columns that are extras, one that counts is required. */
function sampleOfExtra(place: string): string {
  return place.endsWith('.counted=') ? '1' : 'NULL';
}
