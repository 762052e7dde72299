import { displayName } from '../../operations/display-name';
import type { QualifiedName } from '../../schema/qualified-name';
import { sameBut } from '../../schema/same';
import type { TableIndex } from '../../schema/table-index';
import { qualified } from '../../sql/sql';
import { type Change, type DiffContext, isDisplaced, type Unsupported } from '../change';
import { diffComment } from '../diff-comment';
import { pairRenamed, pairUp, type Renamed } from '../pair-up';

export function diffIndexes(
  context: DiffContext,
  on: 'table' | 'materializedView',
  table: QualifiedName,
  from: readonly TableIndex[],
  to: readonly TableIndex[],
): readonly Change[] {
  const { schema } = table;
  const drop = (index: TableIndex): Change =>
    cannotBeMade(table, index) ?? { kind: 'dropIndex', on, table, index };
  const create = (index: TableIndex): Change =>
    cannotBeMade(table, index) ?? { kind: 'createIndex', on, table, index };
  const remake = (pair: Pair): readonly Change[] => {
    const cannot = cannotBeMade(table, pair.from);
    return cannot === null ? [drop(pair.from), create(pair.to)] : [cannot];
  };
  const comments = (pair: Pair) =>
    diffComment({ kind: 'index', schema, name: pair.to.name }, pair.from.comment, pair.to.comment);
  const displaced = ({ name }: TableIndex) => isDisplaced(context, { kind: 'index', schema, name });
  const { gone, kept, renamed, added } = pairIndexes(from, to);
  return [
    ...gone.map(drop),
    ...added.map(create),
    ...renamed.flatMap((pair) =>
      displaced(pair.from)
        ? remake(pair)
        : [
            {
              kind: 'renameObject',
              object: { kind: 'index', schema },
              from: pair.from.name,
              to: pair.to.name,
            } as const,
            ...comments(pair),
          ],
    ),
    ...kept.flatMap((pair) =>
      displaced(pair.from) || indexMustBeRemade(pair.from, pair.to) ? remake(pair) : comments(pair),
    ),
  ];
}

interface Pair {
  readonly from: TableIndex;
  readonly to: TableIndex;
}

/** One statement makes an index whole, or of the parent alone. */
function cannotBeMade(table: QualifiedName, { name, state }: TableIndex): Unsupported | null {
  const index = qualified(table.schema, name).text;
  const what = `The index ${displayName({ schema: table.schema, name })} of ${displayName(table)} is not valid:`;
  switch (state) {
    case 'valid':
    case 'parentOnly':
      return null;
    case 'unfinished':
      return {
        kind: 'unsupported',
        what: `${what} it was not built to its end.`,
        write: `REINDEX INDEX ${index}, or DROP INDEX ${index}, in a migration written by hand: make db-prepare MSG="…" MANUAL=1`,
      };
    case 'someParts':
      return {
        kind: 'unsupported',
        what: `${what} some of the partitions have it, others do not.`,
        write: `Give it the index of each other partition (ALTER INDEX ${index} ATTACH PARTITION …), or DROP INDEX ${index}, in a migration written by hand: make db-prepare MSG="…" MANUAL=1`,
      };
  }
}

export function indexMustBeRemade(from: TableIndex, to: TableIndex): boolean {
  return !sameBut(from, to, 'comment');
}

export function pairIndexes(from: readonly TableIndex[], to: readonly TableIndex[]): Renamed<TableIndex> {
  return pairRenamed(
    pairUp(from, to, ({ name }) => name),
    (before, after) => sameBut(before, after, 'name', 'definition', 'comment'),
  );
}
