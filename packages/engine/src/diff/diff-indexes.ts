import type { QualifiedName } from '../schema/qualified-name';
import type { TableIndex } from '../schema/table-index';
import { type Change, type DiffContext, isDisplaced } from './change';
import { diffComment } from './diff-comment';
import { pairRenamed, pairUp, type Renamed } from './pair-up';
import { sameBut } from './same';

export function diffIndexes(
  context: DiffContext,
  on: 'table' | 'materializedView',
  table: QualifiedName,
  from: readonly TableIndex[],
  to: readonly TableIndex[],
): readonly Change[] {
  const { schema } = table;
  const drop = (index: TableIndex): Change => ({ kind: 'dropIndex', on, table, index });
  const create = (index: TableIndex): Change => ({ kind: 'createIndex', on, table, index });
  const { gone, kept, renamed, added } = pairIndexes(from, to);
  return [
    ...gone.map(drop),
    ...added.map(create),
    ...renamed.flatMap((pair): readonly Change[] => [
      { kind: 'renameObject', object: { kind: 'index', schema }, from: pair.from.name, to: pair.to.name },
      ...diffComment({ kind: 'index', schema, name: pair.to.name }, pair.from.comment, pair.to.comment),
    ]),
    ...kept.flatMap((pair): readonly Change[] => {
      const displaced = isDisplaced(context, { kind: 'index', schema, name: pair.from.name });
      if (displaced || indexMustBeRemade(pair.from, pair.to)) return [drop(pair.from), create(pair.to)];
      return diffComment({ kind: 'index', schema, name: pair.to.name }, pair.from.comment, pair.to.comment);
    }),
  ];
}

export function indexMustBeRemade(from: TableIndex, to: TableIndex): boolean {
  return !sameBut(from, to, 'comment');
}

export function pairIndexes(from: readonly TableIndex[], to: readonly TableIndex[]): Renamed<TableIndex> {
  return pairRenamed(
    pairUp(from, to, ({ name }) => name),
    ({ name: _name, definition: _definition, comment: _comment, ...rest }) => JSON.stringify(rest),
  );
}
