import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import fc from 'fast-check';
import type { AnswerTexts } from '../../src/answers/answers';
import type { Plan } from '../../src/plan/plan';
import { planMigration } from '../../src/plan-migration';
import { listDifferences } from '../../src/schema/list-differences';
import { readDatabase, runSql, runStatements } from '../harness/case-database';
import { failedSeeds } from './failed-seeds';
import { type RandomSchema, randomEdit, renderRandomSchema } from './random-schema';

/** `RETORT_RANDOM_RUNS` makes it look longer, `RETORT_RANDOM_SEED` elsewhere. */
const runs = Number(process.env.RETORT_RANDOM_RUNS ?? 2);
const seed = Number(process.env.RETORT_RANDOM_SEED ?? 1);
const again = failedSeeds.map((one) => ({ ...one, numRuns: 1 }));

describe('a random change of a random schema', () => {
  it.each([...again, { seed, numRuns: runs }])(
    'holds the laws, from seed $seed',
    async (parameters) => {
      await fc.assert(
        fc.asyncProperty(randomEdit, ({ from, to, online }) => holdsLaws(from, to, online)),
        // To shrink takes many runs, and each some seconds.
        { ...parameters, endOnFailure: true },
      );
    },
    3_600_000,
  );
});

async function holdsLaws(from: RandomSchema, to: RandomSchema, online: boolean): Promise<void> {
  const [fromSql, toSql] = [renderRandomSchema(from), renderRandomSchema(to)];
  const database = await createTestDatabase();
  const wantedDatabase = await createTestDatabase();
  try {
    await runSql(database, fromSql);
    await runSql(wantedDatabase, toSql);
    const original = await readDatabase(database);
    const wanted = await readDatabase(wantedDatabase);
    const plan = await planWithAnswers(database, toSql, online);
    expect(plan.kind).toBe(listDifferences(original, wanted).length === 0 ? 'empty' : 'ready');
    if (plan.kind === 'ready') {
      await runStatements(database, plan.up);
      expect(listDifferences(await readDatabase(database), wanted)).toEqual([]);
      expect((await planWithAnswers(database, toSql, online)).kind).toBe('empty');
      await runStatements(database, plan.down);
      expect(listDifferences(await readDatabase(database), original)).toEqual([]);
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = error instanceof Error && 'at' in error ? error.at : '';
    throw new Error(`${message}\n${at}\n-- FROM\n${fromSql}\n-- TO\n${toSql}`, { cause: error });
  } finally {
    await database.drop();
    await wantedDatabase.drop();
  }
}

/** Nothing is renamed, everything may be dropped, and what cannot be converted becomes NULL: there are no rows. */
async function planWithAnswers(database: TestDatabase, sql: string, online: boolean): Promise<Plan> {
  const given = {
    allow: ['all'],
    using: [] as string[],
    backfills: [] as string[],
    labels: [] as string[],
    renames: [],
  };
  for (;;) {
    const answers: AnswerTexts = given;
    const plan = await planMigration({
      from: database.url,
      to: { entities: [] },
      sql: [sql],
      live: database.url,
      online,
      ...answers,
    });
    if (plan.kind !== 'needsAnswers') {
      return plan;
    }
    for (const { text, choices } of plan.questions) {
      const choice =
        choices.findLast(({ option, isOpen }) => option !== 'renames' && !isOpen) ??
        choices.find(({ isOpen }) => isOpen);
      if (choice === undefined || choice.option === 'renames') {
        throw new Error(`there is no answer to ${text}`);
      }
      const answer = choice.isOpen ? `${choice.value}NULL` : choice.value;
      if (given[choice.option].includes(answer)) {
        throw new Error(`${answer} does not settle ${text}`);
      }
      given[choice.option].push(answer);
    }
  }
}
