import fc from 'fast-check';

/** A small schema, as a property test makes it up; `renderRandomSchema` says it in SQL. */
export interface RandomSchema {
  readonly enums: readonly (readonly string[])[];
  readonly tables: readonly (RandomTable | null)[];
  readonly views: readonly (RandomView | null)[];
}

interface RandomTable {
  readonly id: (typeof idTypes)[number];
  /** By position; a column keeps its name whatever becomes of it. */
  readonly columns: readonly (RandomColumn | null)[];
  readonly uniques: readonly (readonly number[])[];
  readonly indexes: readonly RandomIndex[];
  readonly checks: readonly number[];
  readonly foreignKey: { readonly table: number; readonly onDelete: string } | null;
  readonly comment: string | null;
  /** What a generated column computes. */
  readonly generated: string | null;
  /** Columns that a policy reads, and an id from which a trigger runs. */
  readonly policy: number | null;
  readonly trigger: number | null;
}

interface RandomColumn {
  readonly type: number;
  readonly notNull: boolean;
  /** Which of the defaults of the type; `null` for none. */
  readonly default: number | null;
  readonly comment: string | null;
}

interface RandomIndex {
  readonly columns: readonly number[];
  readonly descending: boolean;
  readonly lower: boolean;
  readonly predicate: boolean;
  readonly unique: boolean;
}

interface RandomView {
  readonly table: number;
  readonly materialized: boolean;
  readonly limit: number;
  /** It reads the view before it, where there is one, instead of the table. */
  readonly overView: boolean;
}

const idTypes = ['int', 'bigint', 'serial', 'bigserial', 'int GENERATED ALWAYS AS IDENTITY'] as const;

/** Types that become one another, and defaults of each. */
const columnTypes: readonly (readonly [type: string, ...defaults: string[]])[] = [
  ['integer', '0', '-1', '2 + 3'],
  ['bigint', '0', '9007199254740993'],
  ['smallint', '7'],
  ['text', "''", "'a b'", "upper('x')", "'it''s'"],
  ['character varying(20)', "'a'", "'b'::text"],
  ['character varying(40)', "'a'"],
  ['character varying', "'in (1)'"],
  ['numeric(10,2)', '1.5', '0'],
  ['numeric', '1e3'],
  ['boolean', 'true', 'false'],
  ['timestamp with time zone', 'now()', "'2020-01-01 00:00+02'"],
  ['timestamp(3) without time zone', 'CURRENT_TIMESTAMP'],
  ['date', 'CURRENT_DATE', "'2020-02-29'"],
  ['jsonb', "'{}'", `'{"b": 1, "a": [null]}'`],
  ['uuid', 'gen_random_uuid()'],
  ['text[]', "'{}'", "ARRAY['a', 'b']"],
  ['e0', "'a'"],
  ['e1', "'a'"],
  ['e0[]', "'{}'", "'{a}'"],
  ['real', '0.5'],
  ['double precision', "'NaN'"],
  ['character(4)', "'ab'"],
  ['time without time zone', "'12:00'"],
  ['timestamp without time zone', "'2020-01-01 00:00'"],
  ['interval', "'1 day'"],
  ['inet', "'10.0.0.1'"],
  ['bit varying(8)', "B'101'"],
  ['bytea', "'\\x00'"],
  ['int4range', "'[1,2)'"],
  ['integer[]', "'{1}'"],
  ['word', "'w'"],
  ['whole', '3'],
];

const names = ['plain', 'Upper Case', 'it"s', 'select', 'größe'] as const;
const labels = ['a', 'b', 'c', `d'e`] as const;
const tableCount = 3;

const column = fc.record<RandomColumn>({
  type: fc.nat(columnTypes.length - 1),
  notNull: fc.boolean(),
  default: fc.option(fc.nat(3)),
  comment: fc.option(fc.constantFrom('one', `it's`)),
});
const position = fc.nat(names.length - 1);
const positions = fc.uniqueArray(position, { minLength: 1, maxLength: 3 });

const table = fc.record<RandomTable>({
  id: fc.constantFrom(...idTypes),
  columns: fc.array(fc.option(column, { freq: 3 }), { minLength: names.length, maxLength: names.length }),
  uniques: fc.array(positions, { maxLength: 2 }),
  indexes: fc.array(
    fc.record<RandomIndex>({
      columns: positions,
      descending: fc.boolean(),
      lower: fc.boolean(),
      predicate: fc.boolean(),
      unique: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  checks: fc.uniqueArray(position, { maxLength: 2 }),
  foreignKey: fc.option(
    fc.record({
      table: fc.nat(tableCount - 1),
      onDelete: fc.constantFrom('NO ACTION', 'CASCADE', 'SET NULL', 'RESTRICT'),
    }),
  ),
  comment: fc.option(fc.constantFrom('a table', `it's`)),
  generated: fc.option(fc.constantFrom('id * 2', 'id + 1', 'abs(id)')),
  policy: fc.option(position),
  trigger: fc.option(fc.nat(3)),
});

export const randomSchema = fc.record<RandomSchema>({
  enums: fc.tuple(
    ...[0, 1].map(() =>
      fc.shuffledSubarray([...labels], { minLength: 1 }).map((some) => [...new Set(['a', ...some])]),
    ),
  ),
  tables: fc.array(fc.option(table, { freq: 4 }), { minLength: tableCount, maxLength: tableCount }),
  views: fc.array(
    fc.option(
      fc.record<RandomView>({
        table: fc.nat(tableCount - 1),
        materialized: fc.boolean(),
        limit: fc.nat(9),
        overView: fc.boolean(),
      }),
    ),
    { minLength: 3, maxLength: 3 },
  ),
});

/** Two schemas that have much in common, and the forms in which one becomes the other. */
export const randomEdit = fc
  .tuple(randomSchema, randomSchema, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), fc.boolean())
  .map(([from, other, changed, online]) => {
    let at = 0;
    const pick = <T>(old: T, fresh: T): T => (changed[at++ % changed.length] ? fresh : old);
    const to: RandomSchema = {
      enums: from.enums.map((one, index) => pick(one, other.enums[index] ?? one)),
      tables: from.tables.map((one, index) => {
        const fresh = other.tables[index] ?? null;
        return one === null || fresh === null
          ? pick(one, fresh)
          : {
              id: pick(one.id, fresh.id),
              columns: one.columns.map((old, position) => pick(old, fresh.columns[position] ?? null)),
              uniques: pick(one.uniques, fresh.uniques),
              indexes: pick(one.indexes, fresh.indexes),
              checks: pick(one.checks, fresh.checks),
              foreignKey: pick(one.foreignKey, fresh.foreignKey),
              comment: pick(one.comment, fresh.comment),
              generated: pick(one.generated, fresh.generated),
              policy: pick(one.policy, fresh.policy),
              trigger: pick(one.trigger, fresh.trigger),
            };
      }),
      views: from.views.map((one, index) => pick(one, other.views[index] ?? null)),
    };
    return { from, to, online };
  });

export function renderRandomSchema({ enums, tables, views }: RandomSchema): string {
  return [
    ...enums.map((some, index) => `CREATE TYPE e${index} AS ENUM (${some.map(literal).join(', ')});`),
    "CREATE DOMAIN word AS varchar(12) CHECK (VALUE <> ''); CREATE DOMAIN whole AS integer;",
    "CREATE FUNCTION pass() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';",
    ...tables.flatMap((one, index) => (one === null ? [] : renderTable(one, index))),
    ...tables.flatMap((one, index) =>
      one?.foreignKey == null || tables[one.foreignKey.table] == null
        ? []
        : [
            `ALTER TABLE t${index} ADD CONSTRAINT t${index}_parent FOREIGN KEY (parent) REFERENCES t${one.foreignKey.table} ON DELETE ${one.foreignKey.onDelete};`,
          ],
    ),
    ...views.flatMap((view, index) => {
      const from = view === null ? null : tables[view.table];
      if (view === null || from == null) {
        return [];
      }
      const below = views[index - 1];
      if (view.overView && below != null && tables[below.table] != null) {
        return [
          `CREATE ${view.materialized ? 'MATERIALIZED ' : ''}VIEW v${index} AS SELECT id FROM v${index - 1} WHERE id > ${view.limit};`,
        ];
      }
      // Not `*`: that follows the order of the columns, which a change cannot keep.
      const columns = ['id', ...present(from, [0, 1, 2, 3, 4]).map(identifier)];
      return [
        `CREATE ${view.materialized ? 'MATERIALIZED ' : ''}VIEW v${index} AS SELECT ${columns.join(', ')} FROM t${view.table} WHERE id > ${view.limit};`,
      ];
    }),
  ].join('\n');
}

function renderTable(table: RandomTable, index: number): string[] {
  const name = `t${index}`;
  const columns = table.columns.flatMap((one, at) => {
    if (one === null) {
      return [];
    }
    const [type, ...defaults] = columnTypes[one.type] ?? ['text'];
    const value = one.default === null ? '' : ` DEFAULT ${defaults[one.default % defaults.length]}`;
    return [`${identifier(names[at] ?? '')} ${type}${value}${one.notNull ? ' NOT NULL' : ''}`];
  });
  const parent = table.foreignKey === null ? [] : ['parent bigint'];
  const generated =
    table.generated === null ? [] : [`made bigint GENERATED ALWAYS AS (${table.generated}) STORED`];
  const comments = table.columns.flatMap((one, at) =>
    one?.comment == null
      ? []
      : [`COMMENT ON COLUMN ${name}.${identifier(names[at] ?? '')} IS ${literal(one.comment)};`],
  );
  return [
    `CREATE TABLE ${name} (${[`id ${table.id} CONSTRAINT ${name}_pk PRIMARY KEY`, ...columns, ...parent, ...generated].join(', ')});`,
    ...(table.comment === null ? [] : [`COMMENT ON TABLE ${name} IS ${literal(table.comment)};`]),
    ...comments,
    ...table.uniques.flatMap((some, number) => {
      const keys = present(table, some).map(identifier);
      return keys.length === 0
        ? []
        : [`ALTER TABLE ${name} ADD CONSTRAINT ${name}_unique${number} UNIQUE (${keys.join(', ')});`];
    }),
    ...present(table, table.checks).map(
      (key, number) =>
        `ALTER TABLE ${name} ADD CONSTRAINT ${name}_check${number} CHECK (${identifier(key)} IS NOT NULL OR id IN (1, 2));`,
    ),
    ...present(table, table.policy === null ? [] : [table.policy]).map(
      (key) => `CREATE POLICY ${name}_policy ON ${name} USING (${identifier(key)} IS NOT NULL);`,
    ),
    ...(table.trigger === null
      ? []
      : [
          `CREATE TRIGGER ${name}_trigger BEFORE UPDATE ON ${name} FOR EACH ROW WHEN (NEW.id > ${table.trigger}) EXECUTE FUNCTION pass();`,
        ]),
    ...table.indexes.flatMap((one, number) => renderIndex(table, name, one, number)),
  ];
}

function renderIndex(table: RandomTable, name: string, index: RandomIndex, number: number): string[] {
  const keys = present(table, index.columns).map((key) => {
    const type = columnTypes[table.columns[names.indexOf(key as (typeof names)[number])]?.type ?? 0]?.[0];
    const expression = index.lower && type === 'text' ? `lower(${identifier(key)})` : identifier(key);
    return `${expression}${index.descending ? ' DESC' : ''}`;
  });
  const where = index.predicate ? ' WHERE id > 5' : '';
  return keys.length === 0
    ? []
    : [
        `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${name}_index${number} ON ${name} (${keys.join(', ')})${where};`,
      ];
}

function present(table: RandomTable, some: readonly number[]): string[] {
  return some.flatMap((at) => (table.columns[at] == null ? [] : [names[at] ?? '']));
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
