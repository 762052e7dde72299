import { type Difference, findDifferences, type Step } from './find-differences';
import type { Schema } from './schema';

/** What is said of a difference, by what the two schemas are to each other. */
export interface Wording {
  readonly gone: string;
  readonly new: string;
  readonly changed: (from: string, to: string) => string;
}

const beforeAndAfter: Wording = {
  gone: 'is gone',
  new: 'is new',
  changed: (from, to) => `was ${from}, and is ${to}`,
};

/** The migrations, and the database in use. */
export const migrationsAndDatabase: Wording = {
  gone: 'is made by a migration, and is not in the database',
  new: 'is in the database, and in no migration',
  changed: (from, to) => `is ${to} in the database, and ${from} by the migrations`,
};

/**
 * In what two schemas differ, a sentence each; nothing when they are the same.
 *
 * @example listDifferences(from, to) // ['column public.users.name: not null was false, and is true']
 */
export function listDifferences(from: Schema, to: Schema, wording = beforeAndAfter): readonly string[] {
  return [...findDifferences(from, to)].map((difference) => describe(difference, wording));
}

function describe(difference: Difference, wording: Wording): string {
  const last = difference.path.findLastIndex((step) => typeof step !== 'string');
  const place = placeOf(difference.path.slice(0, last + 1));
  switch (difference.kind) {
    case 'gone':
    case 'new':
      return `${place} ${wording[difference.kind]}`;
    case 'changed': {
      const property = difference.path
        .slice(last + 1)
        .map(textOf)
        .join(' ');
      const said = wording.changed(show(difference.from), show(difference.to));
      return `${[place, property].filter((part) => part !== '').join(': ')} ${said}`;
    }
  }
}

const nouns: Readonly<Record<string, string>> = {
  namespaces: 'schema',
  composites: 'composite type',
  ranges: 'range type',
  indexes: 'index',
  policies: 'policy',
  statistics: 'statistics',
  // What is not compared says itself of what kind it is.
  unmodelled: '',
};

/** Such as `column public.users.name`, `index ix_name of table public.users`. */
function placeOf(path: readonly Step[]): string {
  const named = path.at(-1);
  const key = path.at(-2);
  if (named === undefined || key === undefined) return '';
  const noun = typeof key === 'string' ? (nouns[key] ?? textOf(key).replace(/s$/, '')) : '';
  const owner = path.slice(0, -2);
  const name = textOf(named);
  if (owner.length === 0) return `${noun} ${name}`.trimStart();
  const inOwner = owner.at(-1);
  if (key === 'columns' && inOwner !== undefined) return `${noun} ${textOf(inOwner)}.${name}`;
  return `${noun} ${name} of ${placeOf(owner)}`;
}

/** A key in words, a name as it is. */
function textOf(step: Step): string {
  return typeof step === 'string'
    ? step.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
    : step.named;
}

function show(value: unknown): string {
  return value === undefined || value === null ? 'not set' : JSON.stringify(value);
}
