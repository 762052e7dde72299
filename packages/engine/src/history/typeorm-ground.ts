import type { Migration } from './history';

/** What TypeORM makes unasked, and where a migration shows that it counts on it. */
interface Ground {
  readonly isUsedBy: RegExp;
  readonly isMadeBy: RegExp;
  readonly sql: string;
}

function extension(name: string, isUsedBy: RegExp, otherwise = '(?!)'): Ground {
  return {
    isUsedBy,
    isMadeBy: new RegExp(`CREATE\\s+EXTENSION\\b[^;]*?\\b${name}\\b|${otherwise}`, 'i'),
    sql: `CREATE EXTENSION IF NOT EXISTS "${name}"`,
  };
}

/** As TypeORM writes the type of a column. */
function columnOf(...types: readonly string[]): RegExp {
  return new RegExp(`" (?:${types.join('|')})\\b`);
}

const extensions: readonly Ground[] = [
  extension(
    'uuid-ossp',
    /\buuid_generate_v\d/,
    'CREATE\\s+(?:OR\\s+REPLACE\\s+)?FUNCTION\\s+\\S*uuid_generate_v',
  ),
  extension('citext', columnOf('citext')),
  extension('hstore', columnOf('hstore')),
  extension('postgis', columnOf('geometry', 'geography')),
  extension('cube', columnOf('cube')),
  extension('ltree', columnOf('ltree')),
  extension('vector', columnOf('vector', 'halfvec')),
  extension('btree_gist', /\bEXCLUDE USING gist \(.*\bWITH =/i),
];

const metadataInsert =
  /INSERT INTO ((?:"[^"]+"\.)?"[^"]+")\("database", "schema", "table", "type", "name", "value"\)/g;

const qualifiedCreate =
  /CREATE (?:TABLE|TYPE|SEQUENCE|VIEW|MATERIALIZED VIEW) (?:IF NOT EXISTS )?"([^"]+)"\."/g;

/**
 * What the migrations in `pending` count on and none of the history makes before: TypeORM installs extensions whenever an
 * application connects, and makes its table of views and generated columns before it migrates, so that the migrations that
 * it generates say nothing of either; nor of the schemas of their tables. The statements do nothing where it is there.
 */
export function typeormGround(
  history: readonly Migration[],
  pending: readonly Migration[] = history,
): readonly string[] {
  const texts = history.map(textOf);
  const wanted = pending.map(textOf);
  const found = (pattern: RegExp) =>
    new Set(wanted.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)));
  return [
    ...extensions,
    ...[...found(qualifiedCreate)].filter((name) => name !== 'public').map(namespace),
    ...[...found(metadataInsert)].map(metadataTable),
  ]
    .filter(({ isUsedBy }) => wanted.some((text) => isUsedBy.test(text)))
    .filter(({ isUsedBy, isMadeBy }) => {
      const used = texts.findIndex((text) => isUsedBy.test(text));
      return !texts.slice(0, used + 1).some((text) => isMadeBy.test(text));
    })
    .map(({ sql }) => sql);
}

function textOf({ plain, source = '' }: Migration): string {
  return plain === undefined ? source : plain.up.join(';\n');
}

function namespace(schema: string): Ground {
  const name = quoted(schema);
  return {
    isUsedBy: new RegExp(`"${name}"\\."`),
    isMadeBy: new RegExp(`(?:CREATE SCHEMA (?:IF NOT EXISTS )?|RENAME TO )"?${name}"?(?!\\w)`, 'i'),
    sql: `CREATE SCHEMA IF NOT EXISTS "${schema}"`,
  };
}

function metadataTable(table: string): Ground {
  const name = quoted(table);
  return {
    isUsedBy: new RegExp(`INSERT INTO ${name}\\(`),
    isMadeBy: new RegExp(`CREATE TABLE (?:IF NOT EXISTS )?${name}`),
    sql: `CREATE TABLE IF NOT EXISTS ${table} ("type" character varying NOT NULL, "database" character varying, "schema" character varying, "table" character varying, "name" character varying, "value" text)`,
  };
}

function quoted(text: string): string {
  return text.replace(/[^\w"]/g, '\\$&');
}
