import type { Column, ColumnSequence, ColumnValue } from '../../schema/column';
import { partAddress } from '../../schema/dependency-edges';
import { findNamed } from '../../schema/find-named';
import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { same } from '../../schema/same';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { diffComment } from '../diff-comment';
import { diffSequenceOptions } from '../diff-sequences';
import { enumChange } from '../types/diff-enums';
import { isDomainRebuilt } from '../types/rebuild-domains';

/** A column can become generated, or be generated otherwise, only by being made anew, and a virtual one anything else: it has stored nothing. */
export function columnMustBeReplaced(from: Column, to: Column): boolean {
  if (to.value.kind === 'generated') {
    return !same(from.value, to.value) || !same(from.type, to.type) || !same(from.collation, to.collation);
  }
  return from.value.kind === 'generated' && from.value.storage === 'virtual';
}

export function diffColumnValue(
  context: DiffContext,
  table: QualifiedName,
  from: Column,
  to: Column,
): readonly Change[] {
  const column = to.name;
  if (isExchangedWithItsType(context, from, to)) return [];
  const displaced =
    isDisplaced(context, partAddress('default', table, column)) || defaultMustBeTakenOff(from, to);
  if (same(from.value, to.value) && !displaced) return [];
  if (from.value.kind === 'serial' && to.value.kind === 'serial') {
    return diffSequence(from.value.sequence, to.value.sequence);
  }
  if (from.value.kind === 'identity' && to.value.kind === 'identity') {
    const mode = { from: from.value.generated, to: to.value.generated };
    return [
      ...(mode.from === mode.to ? [] : [{ kind: 'setIdentityMode', table, column, ...mode } as const]),
      ...diffSequence(from.value.sequence, to.value.sequence),
    ];
  }
  if (from.value.kind === 'default' && to.value.kind === 'default' && !displaced) {
    return [{ kind: 'setDefault', table, column, from: from.value.expression, to: to.value.expression }];
  }
  return [...removeValue(table, from), ...addValue(table, column, to.value)];
}

/** `rebuildEnum` and `rebuildDomain` take the default off and put it back themselves. */
function isExchangedWithItsType({ from: before, to: after }: DiffContext, from: Column, to: Column): boolean {
  if (!same(from.type, to.type)) return false;
  if (from.value.kind === 'generated' || from.inherited) return false;
  if (to.type.kind === 'domain') {
    const fromDomain = findNamed(before.domains, to.type.base);
    const toDomain = findNamed(after.domains, to.type.base);
    return (
      fromDomain !== undefined &&
      toDomain !== undefined &&
      isDomainRebuilt(fromDomain, toDomain, { from: before, to: after })
    );
  }
  if (to.type.kind !== 'enum') return false;
  const fromType = findNamed(before.enums, to.type.base);
  const toType = findNamed(after.enums, to.type.base);
  return fromType !== undefined && toType !== undefined && enumChange(fromType, toType) === 'rebuilt';
}

/** Postgres casts a default along with the values, but not always, and not always into what `to` says. */
function defaultMustBeTakenOff(from: Column, to: Column): boolean {
  if (from.value.kind !== 'default') return false;
  const sameBase = same(from.type.base, to.type.base) && from.type.isArray === to.type.isArray;
  // A constant interval bears the modifier of the type that its column had as it was set.
  const isModified = from.type.base.name === 'interval' && !same(from.type, to.type);
  return !sameBase || (isModified && !same(from.value, to.value));
}

function removeValue(table: QualifiedName, { name: column, value, ...rest }: Column): readonly Change[] {
  switch (value.kind) {
    case 'none':
      return [];
    case 'default':
      return [{ kind: 'dropDefault', table, column, from: value.expression, to: null }];
    case 'serial':
      return [{ kind: 'dropSerial', table, column, sequence: value.sequence }];
    case 'identity':
      return [{ kind: 'dropIdentity', table, column, generated: value.generated, sequence: value.sequence }];
    case 'generated':
      return [{ kind: 'dropExpression', table, column: { name: column, value, ...rest } }];
  }
}

function addValue(table: QualifiedName, column: string, value: ColumnValue): readonly Change[] {
  switch (value.kind) {
    case 'none':
    // A column that becomes generated is made anew.
    case 'generated':
      return [];
    case 'default':
      return [{ kind: 'setDefault', table, column, from: null, to: value.expression }];
    case 'serial':
      return [{ kind: 'addSerial', table, column, sequence: value.sequence }];
    case 'identity':
      return [{ kind: 'addIdentity', table, column, generated: value.generated, sequence: value.sequence }];
  }
}

/** It is always in the schema of its table. */
function diffSequence(from: ColumnSequence, to: ColumnSequence): readonly Change[] {
  const sequence = nameOnly(to);
  return [
    ...(from.name === to.name
      ? []
      : [
          {
            kind: 'renameObject',
            object: { kind: 'sequence', schema: to.schema },
            from: from.name,
            to: to.name,
          } as const,
        ]),
    ...diffSequenceOptions(sequence, from.options, to.options),
    ...diffComment({ kind: 'sequence', ...sequence }, from.comment, to.comment),
  ];
}
