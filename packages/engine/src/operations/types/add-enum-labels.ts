import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { literal, nothing, qualified, sql } from '../../sql/sql';
import type { Definition, Render } from '../definition';
import { displayName } from '../display-name';
import type { Operation } from '../operation';
import { type Statement, statement } from '../statement';

interface EnumLabels {
  readonly type: QualifiedName;
  /** The labels without the ones in question, and with them. */
  readonly fewer: readonly string[];
  readonly more: readonly string[];
  /** What takes the labels away again: to rebuild the type, with all that depends on it taken off and put back. */
  readonly undo: readonly Operation[];
  /** Postgres lets nobody use a new label before the transaction that adds it has committed. */
  readonly usedInSamePlan: boolean;
}

export interface AddEnumLabels extends EnumLabels {
  readonly kind: 'addEnumLabels';
}

export interface RemoveEnumLabels extends EnumLabels {
  readonly kind: 'removeEnumLabels';
}

/** From the left to the right, so that the label before a new one is always there. */
function renderAddEnumLabels({ type, fewer, more, usedInSamePlan }: AddEnumLabels): readonly Statement[] {
  const present = [...fewer];
  const known = new Set(fewer);
  return more.flatMap((label, index) => {
    if (known.has(label)) return [];
    const next = present[index];
    present.splice(index, 0, label);
    const place = next === undefined ? nothing : sql` BEFORE ${literal(next)}`;
    return [
      statement(
        `Add label ${label} to enum ${displayName(type)}`,
        sql`ALTER TYPE ${qualified(type.schema, type.name)} ADD VALUE ${literal(label)}${place}`,
        { transactional: !usedInSamePlan },
      ),
    ];
  });
}

function renderRemoveEnumLabels({ undo }: RemoveEnumLabels, renderOther: Render): readonly Statement[] {
  return undo.flatMap((operation) => renderOther(operation));
}

export const addEnumLabels: Definition<AddEnumLabels, RemoveEnumLabels> = {
  render: renderAddEnumLabels,
  reverse: (operation) => ({ ...operation, kind: 'removeEnumLabels' }),
  effects: (operation) => ({ creates: [{ kind: 'enum', ...nameOnly(operation.type) }] }),
};

export const removeEnumLabels: Definition<RemoveEnumLabels, AddEnumLabels> = {
  render: renderRemoveEnumLabels,
  reverse: (operation) => ({ ...operation, kind: 'addEnumLabels' }),
  effects: (operation) => ({ alters: [{ kind: 'enum', ...nameOnly(operation.type) }] }),
};
