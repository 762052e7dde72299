import type { Direction } from '../../history/direction';
import type { Migration } from '../../history/history';
import { type Description, describeMigration } from '../../journal/describe-migration';
import { recordName, recordPreparation, recordValues } from '../../journal/write-record';
import { leave } from '../ahead/ahead';
import { joinMessages, messagesToPrepare, messagesToRun, type Preparation } from '../ahead/messages';
import { type Car, type Sent, sendTrain } from '../ahead/send-train';
import { ownIdentity, startAfresh, statementsOf } from '../session/own-session';
import { renderLimits } from '../session/session-limits';
import type { Running } from './running';

/**
 * The statements of a migration that can be sent together with their transaction, without waiting for the answer to each:
 * they are known beforehand, and none of them ends the transaction, so that after a failure Postgres does nothing of the rest.
 */
export function statementsToSend(
  { client, direction, lock, ahead }: Running,
  { plain, instance }: Migration,
): readonly string[] | undefined {
  if (!client.pipeline || plain === undefined || instance.transaction === false) return undefined;
  if (lock.isPooled || ahead.prepared === 'forgotten') return undefined;
  return plain[direction].some((sql) => mayEndTransaction.test(sql)) ? undefined : plain[direction];
}

/** Or talks to the client meanwhile, as COPY does. */
const mayEndTransaction = /\b(?:commit|rollback|abort|end|prepare|copy)\b/i;

/** Sends it, and those behind it that are quick and need nothing in between. */
export async function sendAhead(running: Running, statements: readonly string[]): Promise<Sent> {
  const { migration, behind, ahead, client, location, direction, limits } = running;
  const cars: Car[] = [];
  const migrations = [migration, ...behind.slice(0, ahead.behind)];
  let length = 0;
  for (const each of migrations) {
    const its = each === migration ? statements : statementsToSend(running, each);
    length += its?.reduce((sum, sql) => sum + sql.length, 0) ?? 0;
    if (its === undefined || (cars.length > 0 && length > mostCharacters)) break;
    cars.push(await (ahead.ready.get(each) ?? carOf(running, each, its)));
  }
  const opening = ownStatements(`${startAfresh}; ${renderLimits(limits, 'transaction')}`, 'begin');
  const preparations = [...opening, ...identity, commit, recordPreparation(location, direction)];
  const train = sendTrain({
    client,
    cars,
    beginning: messagesToRun(opening),
    prepare: messagesToPrepare(ahead.prepared === 'no' ? preparations : []),
  });
  leave(ahead, train, migrations.slice(0, cars.length));
  // When it is sent, and the server at work.
  process.nextTick(() => makeReady(running, behind.slice(cars.length - 1, 3 * cars.length - 1)));
  const [sent] = train.sent;
  if (sent === undefined) throw new Error(`${migration.stem} was not sent`);
  return sent;
}

/** What is likely to be sent next. */
function makeReady(running: Running, migrations: readonly Migration[]): void {
  const { ready } = running.ahead;
  ready.clear();
  for (const migration of migrations) {
    const statements = statementsToSend(running, migration);
    if (statements === undefined) return;
    const car = carOf(running, migration, statements);
    // It is looked at when its turn comes.
    car.catch(() => undefined);
    ready.set(migration, car);
  }
}

/** More than that is not sent ahead. */
const mostCharacters = 100_000;

const identity = ownStatements(ownIdentity, 'own');
const commit = { name: 'retort_commit', text: 'COMMIT' };
const own = messagesToRun(identity);
const committing = messagesToRun([commit]);

function ownStatements(text: string, name: string): readonly Preparation[] {
  return statementsOf(text).map((sql, index) => ({ name: `retort_${name}_${index}`, text: sql }));
}

async function carOf(
  { location, runner, direction }: Running,
  migration: Migration,
  statements: readonly string[],
): Promise<Car> {
  const entry = entryOf(direction, await describeMigration(migration), statements);
  const record = { name: recordName(direction), values: recordValues(location, runner, entry) };
  return { statements, ending: joinMessages([own, messagesToRun([record]), committing]) };
}

/** When it began and how long it took, the server knows. */
function entryOf(direction: Direction, described: Description, statements: readonly string[]) {
  const ran = statements.map((sql) => ({ sql }));
  return {
    ...described,
    direction,
    startedAtMs: null,
    durationMs: null,
    ...(direction === 'up'
      ? ({ state: 'applied', up: ran } as const)
      : ({ state: 'undone', down: ran } as const)),
  };
}
