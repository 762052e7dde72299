import { join, type Sql, sql, trusted } from '../sql/sql';

/** `RESET (…)` and `SET (…)` that turn one list of `name=value` into another. */
export function optionChanges(from: readonly string[], to: readonly string[]): readonly Sql[] {
  const names = new Set(to.map(optionName));
  const before = new Set(from);
  const removed = from.map(optionName).filter((name) => !names.has(name));
  const set = to.filter((option) => !before.has(option));
  return [
    ...(removed.length === 0 ? [] : [sql`RESET (${join(removed.map(trusted))})`]),
    ...(set.length === 0 ? [] : [sql`SET ${optionList(set)}`]),
  ];
}

export function optionList(options: readonly string[]): Sql {
  return sql`(${join(options.map(trusted))})`;
}

function optionName(option: string): string {
  return option.slice(0, option.indexOf('='));
}
