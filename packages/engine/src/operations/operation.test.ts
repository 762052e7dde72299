import { integer, madeUpColumn, madeUpTable } from '../../test/made-up-table';
import type { Column, ColumnSequence } from '../schema/column';
import type { Constraint, Unique } from '../schema/constraint';
import type { TableIndex } from '../schema/table-index';
import type { View } from '../schema/view';
import { type Operation, type OperationKind, renderOperation, reverseOperation } from './operation';

const table = { schema: 'public', name: 't' };
const on = { table, column: 'c' };
const options = {
  dataType: 'integer',
  start: '1',
  increment: '1',
  minimum: '1',
  maximum: '2147483647',
  cache: '1',
  cycle: false,
  unlogged: false,
} as const;
const sequence: ColumnSequence = { schema: 'public', name: 's', options, comment: 'counts' };
const column = madeUpColumn('c', { notNull: true });
const generated: Column = { ...column, value: { kind: 'generated', storage: 'stored', expression: '1' } };
const check: Constraint = {
  kind: 'check',
  name: 'k',
  definition: 'CHECK ((c > 0))',
  expression: '(c > 0)',
  columns: ['c'],
  deferrable: 'not deferrable',
  inherited: false,
  comment: null,
  noInherit: false,
  validated: true,
  enforced: true,
};
const unique: Unique = {
  kind: 'unique',
  name: 'i',
  definition: 'UNIQUE (c)',
  columns: ['c'],
  include: [],
  nullsNotDistinct: false,
  withoutOverlaps: false,
  indexOptions: [],
  deferrable: 'initially deferred',
  inherited: false,
  comment: null,
};
const index: TableIndex = {
  name: 'i',
  unique: false,
  nullsNotDistinct: false,
  method: 'btree',
  keys: [
    {
      kind: 'column',
      column: 'c',
      collation: null,
      operatorClass: null,
      operatorClassOptions: [],
      order: 'asc',
      nulls: 'last',
    },
  ],
  include: [],
  predicate: null,
  options: [],
  state: 'valid',
  statisticsTargets: [null],
  definition: '',
  comment: null,
};
const wholeTable = madeUpTable('t', {
  columns: [column],
  constraints: [check],
  indexes: [index],
  rowSecurity: { enabled: true, forced: false },
  replicaIdentity: { kind: 'full' },
  clusteredOn: 'i',
  options: ['fillfactor=50'],
  comment: 'a table',
});
const trigger = { name: 'g', definition: 'CREATE TRIGGER g …', enabled: 'always', comment: null } as const;
const policy = {
  name: 'p',
  permissive: true,
  command: 'all',
  roles: [],
  using: 'true',
  withCheck: null,
  comment: null,
} as const;
const rule = { name: 'r', definition: 'CREATE RULE r …', enabled: 'origin', comment: null } as const;
const routine = {
  schema: 'public',
  name: 'f',
  kind: 'function',
  identityArguments: '',
  arguments: '',
  result: 'integer',
  language: 'sql',
  definition: 'FUNCTION f() …',
  comment: null,
} as const;
const view: View = {
  schema: 'public',
  name: 'v',
  definition: ' SELECT 1 AS one',
  columns: [],
  options: [],
  triggers: [],
  rules: [],
  comment: null,
};
const materializedView = {
  schema: 'public',
  name: 'm',
  definition: ' SELECT 1 AS one',
  columns: [],
  indexes: [index],
  accessMethod: 'heap',
  clusteredOn: null,
  options: [],
  comment: null,
};
const statistics = {
  schema: 'public',
  name: 'x',
  table,
  kinds: [],
  columns: ['a', 'c'],
  expressions: [],
  target: null,
  comment: null,
};
const domain = {
  schema: 'public',
  name: 'd',
  type: integer,
  collation: null,
  notNull: false,
  default: null,
  checks: [],
  comment: null,
};
const domainCheck = {
  name: 'positive',
  expression: '(VALUE > 0)',
  definition: 'CHECK ((VALUE > 0))',
  validated: true,
  comment: null,
};
const enumType = { schema: 'public', name: 'e', labels: ['a', 'b'], comment: null };
const attribute = { name: 'a', type: integer, collation: null, comment: null };
const composite = { schema: 'public', name: 'y', attributes: [attribute], comment: null };
const range = {
  schema: 'public',
  name: 'z',
  subtype: integer,
  operatorClass: null,
  collation: null,
  canonical: null,
  subtypeDifference: null,
  multirange: { schema: 'public', name: 'zz' },
  comment: null,
};
const row = {
  type: 'VIEW',
  database: { kind: 'current' },
  schema: 'public',
  table: null,
  name: 'v',
  value: 'SELECT 1',
} as const;
const wholeSequence = { schema: 'public', name: 's', options, ownedBy: null, comment: null };
const cast = (using: string | null) => ({ using, cost: 'rewrite', loses: null }) as const;
const labels = { type: table, fewer: ['a'], more: ['a', 'b'], undo: [], usedInSamePlan: true };

const access = [
  {
    on: { kind: 'view', ...table } as const,
    owner: 'o',
    granted: [{ role: 'r', privilege: 'SELECT', grantable: true }],
    revoked: [],
  },
];

const ofType = { storage: null, compression: null };

/** One of each: a kind that is missing does not compile. */
const examples: { readonly [Kind in OperationKind]: Extract<Operation, { readonly kind: Kind }> } = {
  addAttribute: { kind: 'addAttribute', type: table, attribute },
  dropAttribute: { kind: 'dropAttribute', type: table, attribute },
  addColumn: { kind: 'addColumn', table, column, computed: true, defers: true, fill: '1' },
  dropColumn: { kind: 'dropColumn', table, column, computed: true, defers: true, fill: '1' },
  addConstraint: { kind: 'addConstraint', table, constraint: check },
  dropConstraint: { kind: 'dropConstraint', table, constraint: check },
  addDomainCheck: { kind: 'addDomainCheck', domain, check: domainCheck },
  dropDomainCheck: { kind: 'dropDomainCheck', domain, check: domainCheck },
  addEnumLabels: { kind: 'addEnumLabels', ...labels },
  removeEnumLabels: {
    kind: 'removeEnumLabels',
    ...labels,
    undo: [{ kind: 'dropView', view }],
  },
  addIdentity: { kind: 'addIdentity', ...on, generated: 'always', sequence },
  dropIdentity: { kind: 'dropIdentity', ...on, generated: 'always', sequence },
  addParent: { kind: 'addParent', table, parent: { schema: 's', name: 'p' } },
  removeParent: { kind: 'removeParent', table, parent: { schema: 's', name: 'p' } },
  addSerial: { kind: 'addSerial', ...on, sequence },
  dropSerial: { kind: 'dropSerial', ...on, sequence },
  changeSequence: { kind: 'changeSequence', sequence: table, from: options, to: { ...options, cache: '5' } },
  changeType: {
    kind: 'changeType',
    ...on,
    from: { type: integer, collation: null, storage: null, compression: null },
    to: {
      type: { ...integer, text: 'text' },
      collation: { schema: 'pg_catalog', name: 'C' },
      storage: null,
      compression: null,
    },
    conversion: { there: cast(null), back: cast('c::integer') },
    isWayBack: false,
  },
  changeTypes: {
    kind: 'changeTypes',
    table,
    changes: ['c', 'd'].map((column) => ({
      kind: 'changeType',
      table,
      column,
      isWayBack: true,
      from: { type: integer, collation: null, storage: null, compression: null },
      to: { type: { ...integer, text: 'text' }, collation: null, storage: null, compression: null },
      conversion: { there: cast(null), back: cast('c::integer') },
    })),
  },
  createComposite: { kind: 'createComposite', type: composite },
  dropComposite: { kind: 'dropComposite', type: composite },
  createDomain: { kind: 'createDomain', domain },
  dropDomain: { kind: 'dropDomain', domain },
  createEnum: { kind: 'createEnum', type: enumType },
  dropEnum: { kind: 'dropEnum', type: enumType },
  createExtension: { kind: 'createExtension', extension: { name: 'citext', schema: 'public' } },
  dropExtension: { kind: 'dropExtension', extension: { name: 'citext', schema: 'public' } },
  createIndex: { kind: 'createIndex', on: 'table', table, index },
  dropIndex: { kind: 'dropIndex', on: 'table', table, index },
  createMaterializedView: { kind: 'createMaterializedView', view: materializedView },
  dropMaterializedView: { kind: 'dropMaterializedView', view: materializedView },
  refreshMaterializedView: { kind: 'refreshMaterializedView', view: materializedView, isWayBack: false },
  createPolicy: { kind: 'createPolicy', table, policy },
  dropPolicy: { kind: 'dropPolicy', table, policy },
  createRange: { kind: 'createRange', type: range },
  dropRange: { kind: 'dropRange', type: range },
  createRoutine: { kind: 'createRoutine', routine },
  dropRoutine: { kind: 'dropRoutine', routine },
  createRule: { kind: 'createRule', table, rule },
  dropRule: { kind: 'dropRule', table, rule },
  createSchema: { kind: 'createSchema', namespace: { name: 's', comment: null } },
  dropSchema: { kind: 'dropSchema', namespace: { name: 's', comment: null } },
  createSequence: { kind: 'createSequence', sequence: wholeSequence },
  dropSequence: { kind: 'dropSequence', sequence: wholeSequence },
  createStatistics: { kind: 'createStatistics', statistics },
  dropStatistics: { kind: 'dropStatistics', statistics },
  createTable: { kind: 'createTable', table: wholeTable },
  dropTable: { kind: 'dropTable', table: wholeTable },
  createTrigger: { kind: 'createTrigger', table, trigger },
  dropTrigger: { kind: 'dropTrigger', table, trigger },
  createTypeormMetadata: { kind: 'createTypeormMetadata', table },
  dropTypeormMetadata: { kind: 'dropTypeormMetadata', table },
  createView: { kind: 'createView', view, access },
  dropView: { kind: 'dropView', view, access },
  dropExpression: { kind: 'dropExpression', table, column: generated },
  restoreExpression: { kind: 'restoreExpression', table, column: generated },
  insertMetadataRow: { kind: 'insertMetadataRow', table, row },
  deleteMetadataRow: { kind: 'deleteMetadataRow', table, row },
  moveToSchema: { kind: 'moveToSchema', object: 'table', name: 't', from: 'a', to: 'b' },
  rebuildDomain: {
    kind: 'rebuildDomain',
    from: domain,
    to: { ...domain, type: { ...integer, text: 'text' } },
    uses: [
      {
        ...on,
        from: { ...ofType, type: { ...integer, text: 'public.d' }, collation: null },
        to: { ...ofType, type: { ...integer, text: 'public.d' }, collation: null },
        conversion: {
          there: { using: null, cost: 'mayFail', loses: null },
          back: { using: '"c"::integer', cost: 'mayFail', loses: null },
        },
        isWayBack: false,
        default: { from: '1', to: "'1'" },
      },
    ],
  },
  rebuildEnum: {
    kind: 'rebuildEnum',
    type: { ...table, comment: null },
    from: ['a', 'b'],
    to: ['c', 'a'],
    uses: [
      {
        table,
        column: 'c',
        isArray: false,
        nullable: true,
        default: { from: "'b'", to: null },
        stored: { from: ofType, to: ofType },
      },
    ],
    map: { there: [{ from: 'b', to: 'c' }], back: [{ from: 'c', to: 'b' }] },
  },
  renameEnumLabel: { kind: 'renameEnumLabel', type: table, from: 'a', to: 'b' },
  renameObject: { kind: 'renameObject', object: { kind: 'column', table }, from: 'a', to: 'b' },
  replaceRoutine: { kind: 'replaceRoutine', from: routine, to: { ...routine, definition: 'CREATE …' } },
  replaceView: { kind: 'replaceView', from: view, to: { ...view, definition: ' SELECT 2 AS one' } },
  setClusteredOn: { kind: 'setClusteredOn', table, from: 'i', to: null },
  setColumnCompression: { kind: 'setColumnCompression', ...on, from: 'lz4', to: null },
  setColumnOptions: { kind: 'setColumnOptions', ...on, from: ['n_distinct=1'], to: ['n_distinct=2'] },
  setColumnStatistics: { kind: 'setColumnStatistics', ...on, from: 1, to: null },
  setColumnStorage: { kind: 'setColumnStorage', ...on, from: 'main', to: 'external' },
  changeAccess: {
    kind: 'changeAccess',
    on: { kind: 'table', ...table },
    from: { owner: null, granted: [], revoked: [] },
    to: {
      owner: 'somebody',
      granted: [{ role: 'PUBLIC', privilege: 'SELECT', grantable: false }],
      revoked: [{ role: 'somebody', privilege: 'DELETE', grantable: false }],
    },
  },
  setComment: { kind: 'setComment', on: { kind: 'table', ...table }, from: null, to: "it's" },
  setDefault: { kind: 'setDefault', ...on, from: '1', to: '2' },
  dropDefault: { kind: 'dropDefault', ...on, from: '1', to: null },
  setDeferrable: {
    kind: 'setDeferrable',
    table,
    constraint: 'f',
    from: 'not deferrable',
    to: 'initially deferred',
  },
  setDomainDefault: { kind: 'setDomainDefault', domain, from: '1', to: null },
  setDomainNotNull: { kind: 'setDomainNotNull', domain, to: true },
  setIdentityMode: { kind: 'setIdentityMode', ...on, from: 'always', to: 'by default' },
  setLogged: { kind: 'setLogged', table, to: 'unlogged' },
  setNotNull: { kind: 'setNotNull', ...on, type: integer, defers: false, fill: '0' },
  dropNotNull: { kind: 'dropNotNull', ...on, type: integer, defers: false, fill: '0' },
  setReplicaIdentity: {
    kind: 'setReplicaIdentity',
    table,
    from: { kind: 'default' },
    to: { kind: 'index', index: 'i' },
  },
  setRowSecurity: {
    kind: 'setRowSecurity',
    table,
    from: { enabled: true, forced: false },
    to: { enabled: false, forced: true },
  },
  setSequenceOwner: {
    kind: 'setSequenceOwner',
    sequence: table,
    from: null,
    to: { schema: 'public', table: 't', column: 'c' },
    roles: { from: 'CURRENT_USER', to: 'keeper' },
  },
  setTableOptions: { kind: 'setTableOptions', on: 'table', table, from: ['fillfactor=50'], to: [] },
  setTriggerEnabled: { kind: 'setTriggerEnabled', table, trigger: 'g', from: 'origin', to: 'disabled' },
  validateConstraint: { kind: 'validateConstraint', table, from: { ...check, validated: false }, to: check },
  invalidateConstraint: {
    kind: 'invalidateConstraint',
    table,
    from: check,
    to: { ...check, validated: false },
  },
};

describe.each(Object.values(examples))('$kind', (operation: Operation) => {
  test('is undone by another operation, which is undone by itself', () => {
    const reverse = reverseOperation(operation);
    expect(reverse).not.toEqual(operation);
    expect(reverseOperation(reverse)).toEqual(operation);
  });

  test('says SQL that neither asks nor cascades, and what it does', () => {
    const statements = renderOperation(operation);
    expect(statements).not.toHaveLength(0);
    for (const { sql, comment } of statements) {
      // An extension is the whole database's: another may have installed it.
      const own = sql.replace(/^CREATE EXTENSION IF NOT EXISTS/, '');
      expect(own).not.toMatch(/IF (NOT )?EXISTS|CASCADE|undefined|\[object/);
      expect(comment).toMatch(/^[A-Z][^\n]*[^.\s]$/);
    }
  });
});

const sqlOf = (operation: Operation) => renderOperation(operation).map(({ sql }) => sql);

test('a whole table comes back as a whole', () => {
  expect(sqlOf(reverseOperation(examples.dropTable))).toEqual([
    'CREATE TABLE "public"."t" (\n  "c" integer NOT NULL,\n  CONSTRAINT "k" CHECK ((c > 0))\n) WITH (fillfactor=50)',
    `COMMENT ON TABLE "public"."t" IS 'a table'`,
    'CREATE INDEX "i" ON "public"."t" ("c")',
    'ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY',
    'ALTER TABLE "public"."t" REPLICA IDENTITY FULL',
    'ALTER TABLE "public"."t" CLUSTER ON "i"',
  ]);
});

test('a table is made with all that it holds', () => {
  const whole = { ...wholeTable, triggers: [trigger], policies: [policy], rules: [rule] };
  const said = sqlOf({ kind: 'createTable', table: whole });
  for (const part of [
    'CREATE TRIGGER g',
    'ENABLE ALWAYS TRIGGER "g"',
    'CREATE POLICY "p"',
    'CREATE RULE r',
  ]) {
    expect(said).toContainEqual(expect.stringContaining(part));
  }
});

test('an enum is rebuilt below its columns, and its rows are mapped', () => {
  expect(sqlOf(examples.rebuildEnum)).toEqual([
    'ALTER TYPE "public"."t" RENAME TO "t_retired"',
    `CREATE TYPE "public"."t" AS ENUM ('c', 'a')`,
    `ALTER TABLE "public"."t"\n  ALTER COLUMN "c" DROP DEFAULT,\n  ALTER COLUMN "c" TYPE "public"."t" USING (CASE "c"::text WHEN 'b' THEN 'c' ELSE "c"::text END)::"public"."t"`,
    'DROP TYPE "public"."t_retired"',
  ]);
});

test('a domain is rebuilt below its columns, on the way back too', () => {
  const moved = (to: string, value: string) => [
    'ALTER DOMAIN "public"."d" RENAME TO "d_retired"',
    `CREATE DOMAIN "public"."d" AS ${to.split(' ')[0]}`,
    `ALTER TABLE "public"."t"\n  ALTER COLUMN "c" DROP DEFAULT,\n  ALTER COLUMN "c" TYPE public.d${to.replace(/^\w+/, '')},\n  ALTER COLUMN "c" SET DEFAULT ${value}`,
    'DROP DOMAIN "public"."d_retired"',
  ];
  expect(sqlOf(examples.rebuildDomain)).toEqual(moved('text', "'1'"));
  expect(sqlOf(reverseOperation(examples.rebuildDomain))).toEqual(moved('integer USING "c"::integer', '1'));
});

const online: readonly Operation[] = [
  { ...examples.createIndex, concurrently: true },
  { kind: 'addConstraint', table, constraint: unique, builtFirst: index },
  { ...examples.setNotNull, provenBy: 'c_is_set' },
  { ...examples.validateConstraint, alone: true },
];

test.each(online)('$kind outside a transaction is undone and done again the same way', (operation) => {
  expect(renderOperation(operation).map(({ transactional }) => transactional)).not.toContain(true);
  expect(reverseOperation(reverseOperation(operation))).toEqual(operation);
});

test('an index that is built while others write is dropped so, and a key with its index at once', () => {
  expect(online.slice(0, 2).map((operation) => sqlOf(reverseOperation(operation)))).toEqual([
    ['DROP INDEX CONCURRENTLY "public"."i"'],
    ['ALTER TABLE "public"."t" DROP CONSTRAINT "i"'],
  ]);
});

test('NULL is forbidden without a look at the rows, where a check has looked', () => {
  expect(sqlOf({ ...examples.setNotNull, provenBy: 'c_is_set' })).toEqual([
    'ALTER TABLE "public"."t" ADD CONSTRAINT "c_is_set" CHECK ("c" IS NOT NULL) NOT VALID',
    'UPDATE "public"."t" SET "c" = 0 WHERE "c" IS NULL',
    'ALTER TABLE "public"."t" VALIDATE CONSTRAINT "c_is_set"',
    'ALTER TABLE "public"."t" ALTER COLUMN "c" SET NOT NULL',
    'ALTER TABLE "public"."t" DROP CONSTRAINT "c_is_set"',
  ]);
});

test('rows get a value before NULL is forbidden', () => {
  expect(sqlOf(examples.setNotNull)).toEqual([
    'UPDATE "public"."t" SET "c" = 0 WHERE "c" IS NULL',
    'ALTER TABLE "public"."t" ALTER COLUMN "c" SET NOT NULL',
  ]);
});
