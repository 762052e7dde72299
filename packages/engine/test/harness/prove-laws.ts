import type { TestDatabase } from '@retort/services/testing';
import { type Client, escapeIdentifier } from 'pg';
import { type AnswerTexts, parseAnswers } from '../../src/answers/answers';
import { withConnection } from '../../src/connect/connect';
import { buildDesired } from '../../src/desired/build-desired';
import type { Desired } from '../../src/desired/desired';
import type { EntityOptions } from '../../src/desired/entity-options';
import { leaveOutUnmanaged } from '../../src/desired/leave-out-unmanaged';
import { readOptionsOf } from '../../src/desired/read-options-of';
import { RetortError } from '../../src/errors/retort-error';
import { planBetween } from '../../src/pipeline/plan-between';
import { type Plan, planMigration } from '../../src/pipeline/plan-migration';
import { keepWhatNobodyMade } from '../../src/plan/keep-what-nobody-made';
import { originAt } from '../../src/prove/origin';
import { readSchema } from '../../src/read/read-schema';
import { listDifferences } from '../../src/schema/list-differences';
import type { Schema } from '../../src/schema/schema';
import { withScratchSlot } from '../../src/scratch/scratch-slot';
import { awayBetweenFiles } from './away-between-files';
import {
  cloneDatabase,
  createCaseDatabase,
  findFailedChecks,
  modelsIn,
  type Place,
  runStatementsOn,
} from './case-database';
import type { CaseFolder } from './case-folder';
import { dumpDatabase, hasWitness } from './dump-database';
import { compareExpected, renderStatements } from './expected-files';

/** What must hold of every change: up gives what is wanted, down what was, and generating again gives the same. */
export async function proveLaws(folder: CaseFolder, place: Place, compare: boolean): Promise<void> {
  const from = await createCaseDatabase(place, folder.before);
  // Without rows, what the history made and what is in use hold the same.
  const live = folder.rows === null ? from : await cloneDatabase(place, from);
  try {
    // A connection is slow to make, and slow until it has read a catalog once.
    await withConnection(live.url, (client) => proveLawsOn({ folder, place, compare, from, live, client }));
  } finally {
    await live.drop();
    if (live !== from) await from.drop();
  }
}

interface Ground {
  readonly folder: CaseFolder;
  readonly place: Place;
  readonly compare: boolean;
  readonly from: TestDatabase;
  readonly live: TestDatabase;
  /** Connected to `live`. */
  readonly client: Client;
}

async function proveLawsOn({ folder, place, compare, from, live, client }: Ground): Promise<void> {
  const { entities, sql } = modelsIn(place, folder.after);
  const plan = (answers: AnswerTexts) =>
    planMigration({
      from: from.url,
      to: entities,
      sql,
      live: live.url,
      online: place.online,
      ...answers,
    }).catch(tellEverything);
  const answers = folder.answers(escapeIdentifier(place.schema));
  if (folder.rows !== null) {
    await client.query(folder.rows);
  }
  const dumped = await dumpDatabase(from);

  const first = await plan(answers);
  if (compare) {
    // The files were generated once: this is the second generation, byte by byte.
    compareExpected(folder.path, render(first));
  } else {
    expect(render(await plan(answers))).toEqual(render(first));
  }
  if (first.kind !== 'ready') {
    return;
  }
  expect(awayBetweenFiles(first.files)).toEqual([]);
  const original = await readSchema(client);
  await runStatementsOn(client, first.up);
  // `SELECT *` follows the order of the columns, which is nobody's wish.
  const like = await readSchema(client);
  const desired = await buildDesired({ entities, sql, scratch: place.serverUrl, like });
  const wanted = keepWhatNobodyMade(original, desired.schema);
  const managed = (schema: Schema) => leaveOutUnmanaged(schema, desired.unmanaged);

  expect(listDifferences(managed(like), wanted)).toEqual([]);
  await expectChecks(client, folder.check);
  expect(render(await planAgain(place, entities, like, desired))).toEqual({
    'outcome.json': '{ "kind": "empty" }\n',
  });
  const dumpedUp = await dumpDatabase(live);
  if (hasWitness && listDifferences(desired.schema, like).length === 0) {
    expect(dumpedUp).toEqual(await dumpWanted(folder, place, like));
  }

  await runStatementsOn(client, first.down);
  expect(listDifferences(await readSchema(client), original)).toEqual([]);
  expect(await dumpDatabase(live)).toEqual(dumped);
  await expectChecks(client, folder.checkDown);

  await runStatementsOn(client, first.up);
  expect(listDifferences(managed(await readSchema(client)), wanted)).toEqual([]);
  expect(await dumpDatabase(live)).toEqual(dumpedUp);
}

/** What is planned from here on, where nothing changed: as `planMigration` does, with what was read and built already. */
async function planAgain(
  { serverUrl }: Place,
  entities: EntityOptions,
  schema: Schema,
  desired: Desired,
): Promise<Plan> {
  const change = {
    origin: originAt(serverUrl, schema, serverUrl),
    desired,
    answers: parseAnswers({}),
    defaultSchema: entities.schema ?? 'public',
    online: true,
    live: undefined,
    read: readOptionsOf(entities),
  };
  return (await withScratchSlot(serverUrl, {}, (slot) => planBetween(change, slot))).plan;
}

/** What pg_dump says of a database that TypeORM made. */
async function dumpWanted(folder: CaseFolder, place: Place, like: Schema): Promise<readonly string[]> {
  const wanted = await createCaseDatabase(place, folder.after, like);
  try {
    return await dumpDatabase(wanted);
  } finally {
    await wanted.drop();
  }
}

/** Jest shows the message alone. */
function tellEverything(error: unknown): never {
  throw error instanceof RetortError
    ? new Error([error.message, error.at, error.next].join('\n'), { cause: error })
    : error;
}

async function expectChecks(client: Client, checks: string | null): Promise<void> {
  expect(checks === null ? [] : await findFailedChecks(client, checks)).toEqual([]);
}

function render(plan: Plan) {
  switch (plan.kind) {
    case 'ready':
      return { 'up.sql': renderStatements(plan.up), 'down.sql': renderStatements(plan.down) };
    case 'empty':
      return { 'outcome.json': '{ "kind": "empty" }\n' };
    case 'needsAnswers':
    case 'refused': {
      const { notes: _notes, ...outcome } = plan;
      return { 'outcome.json': `${JSON.stringify(outcome, null, 2)}\n` };
    }
  }
}
