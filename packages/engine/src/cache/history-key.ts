import { existsSync, readFileSync } from 'node:fs';
import type { Migration } from '../history/history';
import { parsePlainMigration } from '../history/parse-plain-migration';
import { cacheKey } from './cache-folder';

/** What is run of a migration: its statements, or a source that says all. */
export type KeyedMigration = Pick<Migration, 'plain' | 'source' | 'path'>;

/**
 * The key of what these migrations make of an empty database; `undefined` where that may follow from more than is known of
 * them: what they import or read, the environment, the clock.
 */
export function historyKey(
  context: readonly unknown[],
  migrations: readonly KeyedMigration[],
): string | undefined {
  const parts = migrations.map(decisiveOf);
  return parts.includes(undefined) ? undefined : cacheKey(context, parts);
}

/** A migration that was just written. */
export function writtenMigration(path: string): KeyedMigration {
  const source = readFileSync(path, 'utf8');
  const plain = parsePlainMigration(source);
  return plain === undefined ? { path, source } : { path, plain };
}

/** Whether the modules that were run are those whose sources the key was made of: a module may be loaded when it runs. */
export function areStill(migrations: readonly KeyedMigration[]): boolean {
  return migrations.every(
    ({ plain, source, path }) =>
      plain !== undefined || (existsSync(path) && readFileSync(path, 'utf8') === source),
  );
}

function decisiveOf({ plain, source }: KeyedMigration): unknown {
  if (plain !== undefined) {
    const { up, properties } = plain;
    return up.some(asksTheClock) ? undefined : [up, properties.transaction ?? true];
  }
  if (source === undefined || outside.test(source) || asksTheClock(source)) return undefined;
  const imported = [...source.matchAll(specifiers)].map((match) => match[1] ?? match[2]);
  return imported.every((specifier) => specifier === 'typeorm') ? source : undefined;
}

/** A block of code may name what it makes by the clock; a column's default is only an expression. */
function asksTheClock(sql: string): boolean {
  return /\b(DO|CALL|EXECUTE)\b/i.test(sql) && clock.test(sql);
}

const clock =
  /\b(clock_timestamp|now|current_(date|time|timestamp)|localtime|localtimestamp|timeofday|(statement|transaction)_timestamp|random|gen_random_\w+|uuid\w*|txid_\w+|pg_current_\w+|current_database|current_setting)\b/i;

/** What code may follow from besides itself; also where it stands in a comment or a string: then the history is replayed. */
const outside =
  /\b(process|globalThis|global|Date|random|performance|crypto|fetch|eval|Function|module|__dirname|__filename)\b|\bimport\s*[(.]|\brequire\b(?!\s*\(\s*['"]typeorm['"]\s*\))/;

/** What is imported, from `import … from '…'`, `export … from '…'`, `import '…'` and `require('…')`. */
const specifiers = /\b(?:from|import)\s*['"]([^'"]+)['"]|\brequire\s*\(\s*['"]([^'"]+)['"]/g;
