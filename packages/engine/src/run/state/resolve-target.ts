import { basename } from 'node:path';
import { RetortError } from '../../errors/retort-error';
import type { Direction } from '../../history/direction';
import type { Migration } from '../../history/history';
import type { HistoryState } from './compare-history';

/**
 * The migrations that bring the database up to `target`: `head`, `+2`, a name, or a unique prefix of one. Where none is
 * pending there is nothing to do, however many steps are asked for.
 *
 * @throws RetortError of kind `settings` when the target is none of these.
 */
export function resolveUpTarget(
  { pending, applied }: Pick<HistoryState, 'pending' | 'applied'>,
  target: string,
): readonly Migration[] {
  if (target === 'head') return pending;
  const steps = /^\+(\d+)$/.exec(target)?.[1];
  if (steps !== undefined) {
    if (Number(steps) > pending.length && pending.length > 0) {
      throw wrongTarget('up', target, `the number of pending migrations is ${pending.length}`);
    }
    return pending.slice(0, Number(steps));
  }
  const migration = findMigration('up', [...applied, ...pending], target);
  if (applied.includes(migration)) return [];
  return pending.slice(0, pending.indexOf(migration) + 1);
}

/**
 * The migrations to undo, latest first, so that `target` is the last that stays: `base`, `-1`, a name, or a unique prefix of one.
 * Where none is applied there is nothing to do.
 *
 * @throws RetortError of kind `settings` when the target is none of these.
 */
export function resolveDownTarget(
  { applied, pending }: Pick<HistoryState, 'pending' | 'applied'>,
  target: string,
): readonly Migration[] {
  const latestFirst = [...applied].reverse();
  if (target === 'base') return latestFirst;
  const steps = /^-(\d+)$/.exec(target)?.[1];
  if (steps !== undefined) {
    if (Number(steps) > applied.length && applied.length > 0) {
      throw wrongTarget('down', target, `the number of applied migrations is ${applied.length}`);
    }
    return latestFirst.slice(0, Number(steps));
  }
  const migration = findMigration('down', [...applied, ...pending], target);
  if (pending.includes(migration)) throw wrongTarget('down', target, `${migration.stem} is not applied`);
  return latestFirst.slice(0, latestFirst.indexOf(migration));
}

/** @throws RetortError of kind `settings` when no migration, or more than one, is called so. */
export function findMigration(
  direction: Direction | 'stamp' | 'sql',
  migrations: readonly Migration[],
  target: string,
): Migration {
  if (target === '') throw wrongTarget(direction, target, 'it is empty');
  const names = ({ stem, slug, recordedName }: Migration) => [stem, slug, recordedName];
  const named = withoutFile(target);
  const exact = migrations.filter((migration) => names(migration).includes(named));
  const matches =
    exact.length > 0
      ? exact
      : migrations.filter((migration) => names(migration).some((name) => name.startsWith(named)));
  const [migration, second] = matches;
  if (migration === undefined) {
    throw wrongTarget(direction, target, 'no migration has that name or begins with it');
  }
  if (second !== undefined) {
    throw wrongTarget(direction, target, `it fits both ${migration.stem} and ${second.stem}`);
  }
  return migration;
}

/** A migration may be named by its file, as a shell completes it. */
function withoutFile(target: string): string {
  return basename(target).replace(/\.[cm]?[jt]s$/, '');
}

function wrongTarget(direction: Direction | 'stamp' | 'sql', target: string, because: string): RetortError {
  const forms = { up: 'head, +N', down: 'base, -N', stamp: 'head, base', sql: 'head, base' }[direction];
  const command = { up: 'migrate --to', down: 'downgrade --to', stamp: 'stamp', sql: 'sql' }[direction];
  return new RetortError({
    what: `The target ${JSON.stringify(target)} cannot be reached: ${because}.`,
    at: direction === 'stamp' || direction === 'sql' ? `retort ${command}` : `TO (retort ${command})`,
    next: otherWay(direction, target) ?? `Use ${forms}, or a name that this prints: retort history`,
    kind: 'settings',
  });
}

function otherWay(direction: Direction | 'stamp' | 'sql', target: string): string | undefined {
  if (direction === 'up' && (target === 'base' || /^-\d+$/.test(target))) {
    return `That is the way back: make db-downgrade TO=${target}`;
  }
  if (direction === 'down' && (target === 'head' || /^\+\d+$/.test(target))) {
    return `That is the way up: make db-migrate TO=${target}`;
  }
  return undefined;
}
