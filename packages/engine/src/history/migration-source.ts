import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Migration } from './history';
import type { PlainMigration } from './parse-plain-migration';
import { readLiterals, tidy } from './read-literals';

/** What of a migration's source decides what it does to a database. */
export interface MigrationSource {
  /** To be shown and compared line by line. */
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly checksum: string;
}

/**
 * The source of a migration as far as it is the same in TypeScript and in what a compiler makes of it: the strings and
 * numbers of its methods, the values of its properties, and the sentences (so, the SQL) that stand elsewhere in its file.
 * Comments, formatting, types and names are not part of it; neither is what it imports. Its module is loaded.
 */
export function migrationSource(migration: Pick<Migration, 'instance' | 'path' | 'plain'>): MigrationSource {
  const known = sources.get(migration);
  if (known !== undefined) return known;
  const text = migration.plain === undefined ? textOfModule(migration) : textOfPlain(migration.plain);
  const source = { text, checksum: hash('sha256', text) };
  sources.set(migration, source);
  return source;
}

/** The checksum, of a migration whose module may not be loaded. */
export function checksumOf(migration: Migration): string {
  return migration.checksum ?? migrationSource(migration).checksum;
}

/** The source, of a migration whose module may have to be loaded for it. */
export async function readSource(migration: Migration): Promise<MigrationSource> {
  return migrationSource(await (migration.unloaded?.load() ?? migration));
}

/** A text of a source, as far as it ran when the migration was applied. */
export function withoutDown(text: string): string {
  return text.replace(/^down:$[\s\S]*?(?=^[^\s:]+:$|^elsewhere in the file:$|(?![\s\S]))/m, '');
}

const sources = new WeakMap<object, MigrationSource>();

function textOfPlain({ properties, up, down }: PlainMigration): string {
  const literals = (statements: readonly string[]) => statements.map(tidy).filter((text) => text !== '');
  return [...propertiesOf(properties), 'up:', ...literals(up), 'down:', ...literals(down)].join('\n');
}

function textOfModule({ instance, path }: Pick<Migration, 'instance' | 'path'>): string {
  const methods = methodsOf(instance);
  const inMethods = methods.flatMap(([, literals]) => literals);
  const known = new Set(inMethods);
  const elsewhere = (existsSync(path) ? readLiterals(readFileSync(path, 'utf8')) : []).filter(
    (literal) => /\s/.test(literal) && literal !== 'use strict' && !known.has(literal),
  );
  return [
    ...propertiesOf(instance),
    ...methods.flatMap(([name, literals]) => [`${name}:`, ...literals]),
    ...(elsewhere.length === 0 ? [] : ['elsewhere in the file:', ...elsewhere]),
  ].join('\n');
}

type Method = readonly [name: string, literals: readonly string[]];

/** `up` first, for who reads it. */
function methodsOf(instance: object): readonly Method[] {
  const methods = new Map<string, Method>();
  for (let owner: object = instance; owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (typeof value !== 'function' || name === 'constructor' || methods.has(name)) continue;
      methods.set(name, [name, readLiterals(Function.prototype.toString.call(value))]);
    }
  }
  const rank = (name: string) => ['up', 'down'].indexOf(name) + 3 * Number(!['up', 'down'].includes(name));
  return [...methods.values()].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function propertiesOf(instance: object): readonly string[] {
  return Object.entries(instance)
    .filter(([, value]) => typeof value !== 'function' && value !== undefined)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .sort();
}
