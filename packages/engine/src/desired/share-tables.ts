import { isDeepStrictEqual } from 'node:util';
import { type DataSource, type EntityMetadata, Table, TableForeignKey } from 'typeorm';
import type { ForeignKeyMetadata } from 'typeorm/metadata/ForeignKeyMetadata';
import { RetortError } from '../errors/retort-error';
import { groupBy } from '../schema/group-by';

/**
 * The entities that are tables, one for each table. A join table may be an entity too, or be owned by both sides, and two
 * classes may map one table: TypeORM makes it for the first, and from then on each drops the columns that only the other has.
 * Here they are one entity with what any of them says. One with `synchronize: false` says nothing where another does.
 */
export function shareTables(dataSource: DataSource): EntityMetadata[] {
  const byTable = groupBy(dataSource.entityMetadatas.filter(isTable), ({ schema, tableName }) =>
    JSON.stringify([schema ?? dataSource.driver.schema, tableName]),
  );
  return [...byTable.values()].map((sharing) => {
    const synchronized = sharing.filter(({ synchronize }) => synchronize);
    const [first, ...others] = synchronized.length > 0 ? synchronized : sharing;
    if (first === undefined) throw new Error('no group is empty');
    return others.reduce((one, other) => join(dataSource, one, other), first);
  });
}

function isTable({ tableType }: EntityMetadata): boolean {
  return tableType !== 'entity-child' && tableType !== 'view';
}

function join(dataSource: DataSource, one: EntityMetadata, other: EntityMetadata): EntityMetadata {
  refuseContradiction(dataSource, one, other);
  return Object.create(one, {
    columns: both(one.columns, other.columns, ({ databaseName }) => databaseName),
    keyOrders: { value: [...keyOrdersOf(one), ...keyOrdersOf(other)] },
    foreignKeys: {
      value: [
        ...one.foreignKeys.map((key) => {
          const same = named(other, key.name);
          return same === undefined ? key : withActions(key, { ...saidOf(other, same), ...saidOf(one, key) });
        }),
        ...other.foreignKeys.filter(({ name }) => named(one, name) === undefined),
      ],
    },
    indices: both(one.indices, other.indices, ({ name }) => name),
    uniques: both(one.uniques, other.uniques, ({ name }) => name),
    checks: both(one.checks, other.checks, ({ name }) => name),
    exclusions: both(one.exclusions, other.exclusions, ({ name }) => name),
    comment: { value: one.comment ?? other.comment },
  });
}

/**
 * The orders in which the entities of a table have the columns of its primary key: two sides that own a join table each
 * name their own column first. Either is what is wanted.
 */
export function keyOrdersOf(metadata: EntityMetadata): readonly string[] {
  return 'keyOrders' in metadata ? (metadata.keyOrders as readonly string[]) : [keyOrder(metadata.columns)];
}

export function keyOrder(columns: EntityMetadata['columns']): string {
  return JSON.stringify(columns.filter(({ isPrimary }) => isPrimary).map(({ databaseName }) => databaseName));
}

function both<T>(of: readonly T[], and: readonly T[], nameOf: (item: T) => string): PropertyDescriptor {
  const names = new Set(of.map(nameOf));
  // Writable, since columns are put in another order.
  return { value: [...of, ...and.filter((item) => !names.has(nameOf(item)))], writable: true };
}

function named({ foreignKeys }: EntityMetadata, wanted: string): ForeignKeyMetadata | undefined {
  return foreignKeys.find(({ name }) => name === wanted);
}

type Actions = Partial<Pick<ForeignKeyMetadata, 'onDelete' | 'onUpdate' | 'deferrable'>>;

/** A relation may leave open what a key does, and TypeORM writes NO ACTION; that of a join table never does. */
function saidOf({ relations }: EntityMetadata, key: ForeignKeyMetadata): Actions {
  const { onDelete, onUpdate, deferrable } =
    relations.find(({ foreignKeys }) => foreignKeys.includes(key)) ?? key;
  return {
    ...(onDelete === undefined ? {} : { onDelete }),
    ...(onUpdate === undefined ? {} : { onUpdate }),
    ...(deferrable === undefined ? {} : { deferrable }),
  };
}

function withActions(key: ForeignKeyMetadata, said: Actions): ForeignKeyMetadata {
  return Object.assign(Object.create(key), said);
}

function refuseContradiction(dataSource: DataSource, one: EntityMetadata, other: EntityMetadata): void {
  const sides = [one, other] as const;
  const [left, right] = sides.map((metadata) => said(dataSource, metadata));
  for (const [thing, properties] of left ?? []) {
    const opposed = right?.get(thing);
    const property = Object.keys(properties).find(
      (key) => opposed !== undefined && key in opposed && !isDeepStrictEqual(properties[key], opposed[key]),
    );
    if (property === undefined) continue;
    const [first, second] = sides.map((metadata) => titleOf(dataSource, metadata));
    const value = (of: Said | undefined) => JSON.stringify(of?.[property] ?? null);
    throw new RetortError({
      what: `${first} and ${second} describe one table, ${one.tableName}, and not in the same way: its ${thing} has the ${property} ${value(properties)} in the first and ${value(opposed)} in the second.`,
      at: `${first}, ${second}`,
      next: `Say the same in both, or synchronize: false in ${placeOf(dataSource, other)}, so that ${first} alone describes it.`,
    });
  }
}

type Said = Readonly<Record<string, unknown>>;

/** What an entity says of its table, by what it says it of. */
function said(dataSource: DataSource, metadata: EntityMetadata): ReadonlyMap<string, Said> {
  const table = Table.create(metadata, dataSource.driver);
  const primary = table.primaryColumns.map(({ name }) => name).sort();
  return new Map<string, Said>([
    ['primary key', { columns: primary }],
    // Of the uniques it is said by itself.
    ...table.columns.map(({ isUnique, ...column }) => [`column ${column.name}`, column] as const),
    ...metadata.foreignKeys.map((key) => {
      const { onDelete, onUpdate, deferrable, ...place } = TableForeignKey.create(key, dataSource.driver);
      return [`foreign key ${key.name}`, { ...place, ...saidOf(metadata, key) }] as const;
    }),
    ...table.indices.map((index) => [`index ${index.name}`, { ...index }] as const),
    ...table.uniques.map((unique) => [`unique ${unique.name}`, { ...unique }] as const),
    ...table.checks.map((check) => [`check ${check.name}`, { ...check }] as const),
    ...table.exclusions.map((exclusion) => [`exclusion ${exclusion.name}`, { ...exclusion }] as const),
    ...(table.comment === undefined ? [] : [['comment', { text: table.comment }] as const]),
  ]);
}

function titleOf(dataSource: DataSource, metadata: EntityMetadata): string {
  const relation = relationOf(dataSource, metadata);
  return relation === undefined ? metadata.name : `the join table of ${relation}`;
}

function placeOf(dataSource: DataSource, metadata: EntityMetadata): string {
  const relation = relationOf(dataSource, metadata);
  return relation === undefined ? `@Entity() of ${metadata.name}` : `@JoinTable() of ${relation}`;
}

function relationOf({ entityMetadatas }: DataSource, junction: EntityMetadata): string | undefined {
  const relation = entityMetadatas
    .flatMap(({ manyToManyRelations }) => manyToManyRelations)
    .find(({ isOwning, junctionEntityMetadata }) => isOwning && junctionEntityMetadata === junction);
  return relation === undefined ? undefined : `${relation.entityMetadata.name}.${relation.propertyPath}`;
}
