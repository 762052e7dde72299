import { displayName } from '../../operations/display-name';
import type { EnumUse } from '../../operations/types/rebuild-enum';
import { type Column, plainDefault } from '../../schema/column';
import type { DataType } from '../../schema/data-type';
import { columnKey, nameKey, nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { same } from '../../schema/same';
import type { Schema } from '../../schema/schema';
import type { Table } from '../../schema/table';
import type { EnumType } from '../../schema/user-type';
import type { Change, DiffContext, Unsupported } from '../change';
import { diffComment } from '../diff-comment';
import { diffEach } from '../diff-each';

export interface Undo {
  readonly operations: Extract<Change, { readonly kind: 'addEnumLabels' }>['undo'];
  readonly unsupported: readonly Unsupported[];
}

export type PlanUndo = (from: Schema, to: Schema) => Undo;

/** `planUndo` says how a type loses the labels again that are added here, with whatever stands on it. */
export function diffEnums(context: DiffContext, planUndo: PlanUndo): readonly Change[] {
  return diffEach(context.from.enums, context.to.enums, {
    key: nameKey,
    drop: (type) => ({ kind: 'dropEnum', type }),
    create: (type) => ({ kind: 'createEnum', type }),
    change: (from, to) => diffEnum(context, planUndo, from, to),
  });
}

function diffEnum(context: DiffContext, planUndo: PlanUndo, from: EnumType, to: EnumType): readonly Change[] {
  const { schema, name, comment } = to;
  const type = { schema, name };
  const comments = diffComment({ kind: 'enum', ...type }, from.comment, comment);
  switch (enumChange(from, to)) {
    case 'none':
      return comments;
    case 'labelsAdded': {
      const undo = planUndo(withLabels(context.from, from, to.labels), context.from);
      return [
        ...undo.unsupported,
        {
          kind: 'addEnumLabels',
          type,
          fewer: from.labels,
          more: to.labels,
          undo: undo.operations,
          usedInSamePlan: false,
        },
        ...comments,
      ];
    }
    case 'rebuilt': {
      const holders = typesOf(to, context);
      if (holders.length > 0) return [cannotRebuild(to, holders)];
      const there = context.decisions.labels(to).filter((mapping) => from.labels.includes(mapping.from));
      const back = there.flatMap((mapping) =>
        mapping.to === null || from.labels.includes(mapping.to)
          ? []
          : [{ from: mapping.to, to: mapping.from }],
      );
      return [
        {
          kind: 'rebuildEnum',
          type: { ...type, comment },
          from: from.labels,
          to: to.labels,
          uses: usesOf(to, context),
          map: { there, back },
        },
      ];
    }
  }
}

/** Labels can be added anywhere by `ALTER TYPE`; to remove or to move one, the type must be made anew. */
export function enumChange(from: EnumType, to: EnumType): 'none' | 'labelsAdded' | 'rebuilt' {
  if (same(from.labels, to.labels)) return 'none';
  const kept = to.labels.filter((label) => from.labels.includes(label));
  return same(kept, from.labels) ? 'labelsAdded' : 'rebuilt';
}

/** What stands on an enum and cannot be told to stand on another: domains, composite and range types, keys of partitions. */
function typesOf(type: EnumType, { from, to }: Pick<DiffContext, 'from' | 'to'>): readonly QualifiedName[] {
  const wanted = nameKey(type);
  const isOf = ({ kind, base }: DataType) => kind === 'enum' && nameKey(base) === wanted;
  const isKey = ({ partition }: Table, { name }: Column) =>
    partition.kind !== 'none' && partition.keyColumns.includes(name);
  const holders = ({ tables, domains, composites, ranges }: Schema): readonly QualifiedName[] => [
    ...tables.filter((table) => table.columns.some((column) => isOf(column.type) && isKey(table, column))),
    ...ranges.filter(({ subtype }) => isOf(subtype)),
    ...domains.filter((domain) => isOf(domain.type)),
    ...composites.filter(({ attributes }) => attributes.some((attribute) => isOf(attribute.type))),
  ];
  const after = new Set(holders(to).map(nameKey));
  return holders(from).filter((holder) => after.has(nameKey(holder)));
}

function cannotRebuild(type: EnumType, holders: readonly QualifiedName[]): Unsupported {
  const names = holders.map(displayName).join(', ');
  return {
    kind: 'unsupported',
    what: `The enum ${displayName(type)} cannot lose or move a label, nor lose one again on the way back, while these stand on it: ${names}.`,
    write: `Write by hand: to add a label, ALTER TYPE ${displayName(type)} ADD VALUE …; else create a new enum, and what stands on it anew, move the columns to that, and drop the old ones.`,
  };
}

/** The columns that have the type before and after. Others get rid of it first, or get it afterwards. */
function usesOf(type: EnumType, { from, to }: Pick<DiffContext, 'from' | 'to'>): readonly EnumUse[] {
  const wanted = nameKey(type);
  const isUse = (column: Column) => column.type.kind === 'enum' && nameKey(column.type.base) === wanted;
  const after = new Map(
    to.tables.flatMap((table) =>
      table.columns.filter(isUse).map((column) => [columnKey(table, column.name), column] as const),
    ),
  );
  return from.tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      const counterpart = after.get(columnKey(table, column.name));
      if (!isUse(column) || column.inherited || counterpart === undefined) return [];
      if (column.value.kind === 'generated' || counterpart.value.kind === 'generated') return [];
      return [
        {
          table: nameOnly(table),
          column: column.name,
          isArray: column.type.isArray,
          nullable: column.type.isArray || !(column.notNull || counterpart.notNull),
          // Where it becomes an array, or none, its default changes by itself, as that of any type does.
          default:
            column.type.isArray === counterpart.type.isArray
              ? { from: plainDefault(column.value), to: plainDefault(counterpart.value) }
              : { from: null, to: null },
          stored: { from: storedOf(column), to: storedOf(counterpart) },
        },
      ];
    }),
  );
}

function storedOf({ storage, compression }: Column) {
  return { storage, compression };
}

function withLabels(schema: Schema, changed: EnumType, labels: readonly string[]): Schema {
  return {
    ...schema,
    enums: schema.enums.map((type) => (type === changed ? { ...type, labels } : type)),
  };
}
