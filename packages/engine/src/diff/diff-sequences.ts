import { nameKey, nameOnly } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import { same } from '../schema/same';
import type { Schema } from '../schema/schema';
import type { Sequence, SequenceOptions } from '../schema/sequence';
import type { Change, DiffContext } from './change';
import { diffComment } from './diff-comment';
import { diffEach } from './diff-each';

export function diffSequences({ from, to }: DiffContext): readonly Change[] {
  return diffEach(from.sequences, to.sequences, {
    key: nameKey,
    drop: (sequence) => dropSequence(sequence, to),
    create: (sequence) => [
      // Tied in a step of its own: the column may need the sequence to be there first.
      { kind: 'createSequence', sequence: { ...sequence, ownedBy: null } },
      ...diffOwner(nameOnly(sequence), null, sequence.ownedBy),
    ],
    change: diffSequence,
  });
}

/** With the column that it is tied to, it would go unasked, and come back before that does. */
function dropSequence(sequence: Sequence, { tables }: Schema): readonly Change[] {
  const { ownedBy } = sequence;
  const stays = tables.some(
    ({ schema, name, columns }) =>
      schema === ownedBy?.schema &&
      name === ownedBy.table &&
      columns.some((column) => column.name === ownedBy.column),
  );
  if (ownedBy === null || stays) return [{ kind: 'dropSequence', sequence }];
  return [
    ...diffOwner(nameOnly(sequence), ownedBy, null),
    { kind: 'dropSequence', sequence: { ...sequence, ownedBy: null } },
  ];
}

function diffSequence(from: Sequence, to: Sequence): readonly Change[] {
  const sequence = nameOnly(to);
  const compare: { readonly [K in keyof Required<Sequence>]: () => readonly Change[] } = {
    schema: () => [],
    name: () => [],
    options: () => diffSequenceOptions(sequence, from.options, to.options),
    ownedBy: () => diffOwner(sequence, from.ownedBy, to.ownedBy),
    comment: () => diffComment({ kind: 'sequence', ...sequence }, from.comment, to.comment),
  };
  return Object.values(compare).flatMap((changes) => changes());
}

export function diffSequenceOptions(
  sequence: QualifiedName,
  from: SequenceOptions,
  to: SequenceOptions,
): readonly Change[] {
  return same(from, to) ? [] : [{ kind: 'changeSequence', sequence, from, to }];
}

function diffOwner(
  sequence: QualifiedName,
  from: Sequence['ownedBy'],
  to: Sequence['ownedBy'],
): readonly Change[] {
  return same(from, to) ? [] : [{ kind: 'setSequenceOwner', sequence, from, to }];
}
