import { RetortError } from '../errors/retort-error';
import type { Migration } from '../history/history';
import type { HistoryState } from './compare-history';

/**
 * The migrations that bring the database up to `target`: `head`, `+2`, a name, or a unique prefix of one.
 *
 * @throws RetortError of kind `settings` when the target is none of these.
 */
export function resolveUpTarget({ pending, applied }: HistoryState, target: string): readonly Migration[] {
  if (target === 'head') return pending;
  const steps = /^\+(\d+)$/.exec(target)?.[1];
  if (steps !== undefined) {
    if (Number(steps) > pending.length) {
      throw wrongTarget(target, `only ${pending.length} migrations are pending`);
    }
    return pending.slice(0, Number(steps));
  }
  const migration = findByPrefix([...applied, ...pending], target);
  if (applied.includes(migration)) return [];
  return pending.slice(0, pending.indexOf(migration) + 1);
}

/**
 * The migrations to undo, latest first, so that `target` is the last that stays: `base`, `-1`, a name, or a unique prefix of one.
 *
 * @throws RetortError of kind `settings` when the target is none of these.
 */
export function resolveDownTarget({ applied, pending }: HistoryState, target: string): readonly Migration[] {
  const latestFirst = [...applied].reverse();
  if (target === 'base') return latestFirst;
  const steps = /^-(\d+)$/.exec(target)?.[1];
  if (steps !== undefined) {
    if (Number(steps) > applied.length) {
      throw wrongTarget(target, `only ${applied.length} migrations are applied`);
    }
    return latestFirst.slice(0, Number(steps));
  }
  const migration = findByPrefix([...applied, ...pending], target);
  if (pending.includes(migration)) throw wrongTarget(target, `${migration.stem} is not applied`);
  return latestFirst.slice(0, latestFirst.indexOf(migration));
}

function findByPrefix(migrations: readonly Migration[], target: string): Migration {
  const matches = migrations.filter(
    ({ stem, slug, recordedName }) =>
      stem === target || slug === target || recordedName === target || stem.startsWith(target),
  );
  const exact = matches.filter(({ stem, recordedName }) => stem === target || recordedName === target);
  const [migration, second] = exact.length > 0 ? exact : matches;
  if (migration === undefined) throw wrongTarget(target, 'no migration has that name or begins with it');
  if (second !== undefined) throw wrongTarget(target, `it fits both ${migration.stem} and ${second.stem}`);
  return migration;
}

function wrongTarget(target: string, because: string): RetortError {
  return new RetortError({
    what: `The target ${JSON.stringify(target)} cannot be reached: ${because}.`,
    at: 'TO (retort migrate --to, retort downgrade --to)',
    next: 'Use head, base, +N, -N, or a name that this prints: retort history',
    kind: 'settings',
  });
}
