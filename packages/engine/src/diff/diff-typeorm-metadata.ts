import { nameKey, nameOnly } from '../schema/name-key';
import type { TypeormMetadata } from '../schema/typeorm-metadata';
import type { Change, DiffContext } from './change';
import { pairUp } from './pair-up';

export function diffTypeormMetadata({ from, to }: DiffContext): readonly Change[] {
  const before = from.typeormMetadata;
  const after = to.typeormMetadata;
  if (before !== null && after !== null && nameKey(before) === nameKey(after)) return diffRows(before, after);
  return [
    ...(before === null
      ? []
      : [...deleteRows(before), { kind: 'dropTypeormMetadata', table: nameOnly(before) } as const]),
    ...(after === null
      ? []
      : [{ kind: 'createTypeormMetadata', table: nameOnly(after) } as const, ...insertRows(after)]),
  ];
}

function diffRows(before: TypeormMetadata, after: TypeormMetadata): readonly Change[] {
  const { gone, added } = pairUp(before.rows, after.rows, (row) => JSON.stringify(row));
  return [...deleteRows({ ...before, rows: gone }), ...insertRows({ ...after, rows: added })];
}

function deleteRows(metadata: TypeormMetadata): readonly Change[] {
  const table = nameOnly(metadata);
  return metadata.rows.map((row) => ({ kind: 'deleteMetadataRow', table, row }));
}

function insertRows(metadata: TypeormMetadata): readonly Change[] {
  const table = nameOnly(metadata);
  return metadata.rows.map((row) => ({ kind: 'insertMetadataRow', table, row }));
}
