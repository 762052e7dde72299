import type { Client } from 'pg';
import type { EntityMetadata } from 'typeorm';
import { isDatabaseError } from '../errors/is-database-error';
import { partAround } from '../part/find-part';
import { hasNameTwice } from '../part/has-name-twice';
import { spliceSchema } from '../part/splice-schema';
import { foreignKeysOf, foreignKeyUnit, namedUnit, type UnitKey } from '../part/unit';
import { unitValues } from '../part/unit-values';
import { renderSchemaStatements } from '../plan/render-schema';
import { type ReadOptions, readSchemaInTransaction } from '../read/read-schema';
import { sequenceOf } from '../schema/column';
import { emptySchema } from '../schema/empty-schema';
import { areSame } from '../schema/find-differences';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import { type DeclaredSql, declaredText } from './declared-sql';
import { type DesiredContent, type DesiredRecord, isCreateType } from './desired-record';
import type { EntityStatement, EntityStatements } from './entity-statements';
import { runInTurn } from './run-in-turn';

export interface PartialBuild {
  /** What was made once by similar statements. */
  readonly base: DesiredRecord;
  readonly baseSchema: Schema;
  readonly content: DesiredContent;
  readonly statements: EntityStatements;
  readonly sql: readonly DeclaredSql[];
  readonly tableOf: (metadata: EntityMetadata) => QualifiedName;
  readonly read: ReadOptions;
  /** Runs its argument in an empty database, and leaves that empty. */
  readonly tryOut: <T>(use: (client: Client) => Promise<T>) => Promise<T>;
}

/**
 * Makes only the tables whose statements are others than those of `base`, with what refers to them and what they refer
 * to, and puts what Postgres made of them in the place of the old ones. Where anything of that is in doubt: `undefined`.
 */
export async function buildPart(build: PartialBuild): Promise<Schema | undefined> {
  const selected = selectStatements(build);
  if (selected === undefined) return undefined;
  try {
    const found = await build.tryOut(async (client) => {
      await runInTurn(client, selected.statements);
      return readSchemaInTransaction(client, { ...build.read, prepared: true });
    });
    return replaceChanged(build, selected, found);
  } catch (error) {
    // What is refused here is refused in the whole, where it is explained, or was so for want of something.
    if (isDatabaseError(error)) return undefined;
    throw error;
  }
}

interface Selected {
  readonly changed: ReadonlySet<UnitKey>;
  readonly changedEnums: ReadonlySet<UnitKey>;
  /** Views of entities that depend on what changes: they may come out otherwise. */
  readonly ofViews: ReadonlySet<UnitKey>;
  /** In the base: what changes, what depends on it, and what all of these need. */
  readonly around: ReadonlySet<UnitKey>;
  readonly statements: readonly Pick<EntityStatement, 'sql' | 'parameters'>[];
}

function selectStatements(build: PartialBuild): Selected | undefined {
  const { base, baseSchema, content, statements, tableOf } = build;
  const { declared } = base;
  if (declared === null || baseSchema.unmodelled.length > 0) return undefined;
  const changed = changedTables(base, content);
  const isNew = (unit: UnitKey) => base.tables[unit] === undefined;
  const changedEnums = enumsThatChange(baseSchema, statements, new Set(declared));
  if (mayMean(build.sql, [...changed, ...changedEnums])) return undefined;
  const around = partAround(baseSchema, [...changed, ...changedEnums]);
  const views = statements.views.filter(([first]) => first !== undefined && isAround(first, tableOf, around));
  const ofViews = new Set(views.flatMap(([first]) => (first === undefined ? [] : viewUnits(first, tableOf))));
  const isOfEntities = (unit: UnitKey) =>
    unit.startsWith('table ')
      ? !isNew(unit) || changed.has(unit)
      : ofViews.has(unit) || /^(foreignKey|enum|namespace|extension) /.test(unit);
  if (![...around].every(isOfEntities)) return undefined;

  const unitOf = (metadata: EntityMetadata) => namedUnit('table', tableOf(metadata));
  const targets = statements.foreignKeys
    .filter(({ metadata }) => metadata !== null && changed.has(unitOf(metadata)))
    .map(({ references }) => namedUnit('table', references));
  const made = new Set([...around, ...changed, ...targets]);
  const ofTables = statements.tables.filter(
    ({ sql, metadata }) => !isCreateType(sql) && (metadata === null || made.has(unitOf(metadata))),
  );
  const foreignKeys = statements.foreignKeys.filter(
    ({ metadata, name }) =>
      metadata !== null &&
      (changed.has(unitOf(metadata)) || around.has(foreignKeyUnit(tableOf(metadata), name))),
  );
  const { namespaces, extensions } = baseSchema;
  const prelude = renderSchemaStatements({ ...emptySchema, namespaces, extensions });
  return {
    changed,
    changedEnums,
    ofViews,
    around,
    statements: [
      ...prelude.map(({ sql }) => ({ sql, parameters: [] })),
      ...statements.tables.filter(({ sql }) => isCreateType(sql)),
      ...ofTables,
      ...foreignKeys,
      ...views.flat(),
    ],
  };
}

type TableOf = PartialBuild['tableOf'];

/** The unit of a view's statement, whichever kind of view it is. */
function viewUnits({ metadata }: EntityStatement, tableOf: TableOf): readonly UnitKey[] {
  if (metadata === null) return [];
  return (['view', 'materializedView'] as const).map((kind) => namedUnit(kind, tableOf(metadata)));
}

function isAround(statement: EntityStatement, tableOf: TableOf, around: ReadonlySet<UnitKey>): boolean {
  return viewUnits(statement, tableOf).some((unit) => around.has(unit));
}

/** Whether declared SQL may be about one of these, in words or by looking for what is there: `pg_depend` knows not all of it. */
function mayMean(sql: readonly DeclaredSql[], units: readonly UnitKey[]): boolean {
  const texts = sql.map((one) => declaredText(one).toLowerCase());
  const names = units.map((unit) => (unit.split('.').at(-1) ?? '').replaceAll('"', '').toLowerCase());
  return texts.some((text) => looksAround.test(text) || names.some((name) => text.includes(name)));
}

/** Code that is run, and what tells it what there is. */
const looksAround = /\b(do|call|execute|information_schema|pg_\w+)\b|(^|;)\s*(select|with|insert|update)\b/;

function changedTables(base: DesiredRecord, { tables }: DesiredContent): ReadonlySet<UnitKey> {
  const units = [...Object.keys(base.tables), ...Object.keys(tables)];
  return new Set(units.filter((unit) => base.tables[unit] !== tables[unit]));
}

function enumsThatChange(
  { enums }: Schema,
  { enums: wanted }: EntityStatements,
  declared: ReadonlySet<UnitKey>,
): ReadonlySet<UnitKey> {
  const labelsOf = (types: readonly (QualifiedName & { readonly labels: readonly string[] })[]) =>
    new Map(types.map((type) => [namedUnit('enum', type), type.labels]));
  const [from, to] = [labelsOf(enums), labelsOf(wanted)];
  const units = new Set([...from.keys(), ...to.keys()].filter((unit) => !declared.has(unit)));
  return new Set([...units].filter((unit) => !areSame('labels', from.get(unit), to.get(unit))));
}

/** Puts what was made into the base, if all that was to stay as it was did so. */
function replaceChanged(
  { base, baseSchema, content }: PartialBuild,
  { changed, changedEnums, ofViews, around }: Selected,
  found: Schema,
): Schema | undefined {
  const declared = new Set(base.declared);
  const [before, after] = [unitValues(baseSchema), unitValues(found)];
  const changedKeys = new Set(
    [baseSchema, found].flatMap(({ tables }) =>
      tables
        .filter((table) => changed.has(namedUnit('table', table)))
        .flatMap((table) => foreignKeysOf(table).map(({ name }) => foreignKeyUnit(table, name))),
    ),
  );
  const mayChange = [changed, changedEnums, changedKeys, ofViews];
  const isChanged = (unit: UnitKey) => mayChange.some((units) => units.has(unit));
  for (const [unit, { kind, value }] of after) {
    const other = before.get(unit);
    if (isChanged(unit)) continue;
    if (other === undefined || !areSame(kind, other.value, value)) return undefined;
  }
  // A name that Postgres cut off, or that went to another schema, is not found again.
  const named = [...changed].every((unit) => base.tables[unit] === undefined || before.has(unit));
  if (!named || [baseSchema, found].some((schema) => hasCutSequence(schema, changed))) return undefined;
  const wanted = [...around].filter((unit) => !isChanged(unit));
  const made = [...changed].filter((unit) => content.tables[unit] !== undefined);
  const views = [...ofViews].filter((unit) => before.has(unit));
  if (![...wanted, ...made, ...views].every((unit) => after.has(unit))) return undefined;

  const part = new Set([...after.keys(), ...changed, ...changedEnums, ...changedKeys]);
  // What declared SQL made or changed is not in the statements of the entities.
  if ([...part].some((unit) => declared.has(unit))) return undefined;
  const schema = spliceSchema(baseSchema, part, found);
  return hasNameTwice(schema) ? undefined : schema;
}

/** A sequence whose name was cut off to fit may have another's name beside it, and then its own is another. */
function hasCutSequence({ tables }: Schema, changed: ReadonlySet<UnitKey>): boolean {
  return tables
    .filter((table) => changed.has(namedUnit('table', table)))
    .flatMap(({ columns }) => columns)
    .some(({ value }) => Buffer.byteLength(sequenceOf(value)?.name ?? '') >= longestName);
}

const longestName = 63;
