import { columnName, tablePath } from './random-names';
import type { RandomColumn, RandomSchema } from './random-schema';
import { columnTypes } from './random-types';

/** A table that is there before and after, with the columns of which that is so. */
export interface KeptTable {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly columns: readonly KeptColumn[];
}

export interface KeptColumn {
  readonly from: string;
  readonly to: string;
  readonly isSameType: boolean;
  /** A text that is another type meanwhile: Postgres may write it otherwise then. */
  readonly isRead: boolean;
  readonly mayBeNull: boolean;
}

export function keptTables(from: RandomSchema, to: RandomSchema): readonly KeptTable[] {
  return from.tables.flatMap((one, index) => {
    const other = to.tables[index];
    if (one === null || other == null) return [];
    const columns = one.columns.flatMap((old, at): readonly KeptColumn[] => {
      const fresh = other.columns[at];
      if (old === null || fresh == null) return [];
      return [
        {
          from: columnName(from, index, at),
          to: columnName(to, index, at),
          isSameType: old.type === fresh.type,
          isRead: isText(old) && !isText(fresh),
          mayBeNull: !fresh.notNull,
        },
      ];
    });
    return [{ from: tablePath(from, index), to: tablePath(to, index), columns }];
  });
}

function isText({ type }: RandomColumn): boolean {
  return /^(text|character|word)/.test(columnTypes[type]?.[0] ?? '');
}
