import type { TestDatabase } from '@retort/services/testing';
import { Client, escapeIdentifier } from 'pg';
import type { Statement } from '../../src/operations/statement';
import type { ReadyPlan } from '../../src/plan/plan';
import type { KeptTable } from './kept-tables';
import { pathSql } from './random-names';

/** The values of kept columns, by table, id and column, all under the names that they had before. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>;

export async function readRows(
  { url }: TestDatabase,
  kept: readonly KeptTable[],
  side: 'from' | 'to',
): Promise<Rows> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = new Map<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>();
    for (const table of kept) {
      const { rows } = await client.query<{ id: string; row: Record<string, unknown> }>(
        `SELECT id::text, to_jsonb(one) AS row FROM ${pathSql(table[side])} AS one`,
      );
      tables.set(
        pathSql(table.from),
        new Map(
          rows.map(({ id, row }) => [
            id,
            Object.fromEntries(table.columns.map((column) => [column.from, row[column[side]]])),
          ]),
        ),
      );
    }
    return tables;
  } finally {
    await client.end();
  }
}

export interface Witnessed {
  readonly before: Rows;
  readonly changed: Rows;
  readonly restored?: Rows;
}

/** No row is gone, and no value but one that the plan says, or that was not there and had to be. */
export function expectKeptRows(kept: readonly KeptTable[], plan: ReadyPlan, rows: Witnessed): void {
  const answered = plan.up.map(({ sql }) => sql).join('\n');
  for (const { from: path, columns } of kept) {
    const from = pathSql(path);
    const before = rows.before.get(from) ?? new Map();
    const changed = rows.changed.get(from) ?? new Map();
    const restored = rows.restored?.get(from);
    expect([...changed.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [id, was] of before) {
      const is = changed.get(id) ?? {};
      for (const { from: name, to, isSameType, isRead, mayBeNull } of columns) {
        const place = `${from}.${name} of ${id}`;
        const mayBeFilled = was[name] === null && !mayBeNull;
        if (isSameType && !mayBeFilled)
          expect({ place, value: is[name] }).toEqual({ place, value: was[name] });
        if (restored === undefined) continue;
        const isBack = restored.get(id)?.[name];
        if (isSameType) expect({ place, value: isBack }).toEqual({ place, value: is[name] });
        else if (!mayBeFilled && !isRead && !isSaidToChange(plan, answered, to, name)) {
          expect({ place, value: isBack }).toEqual({ place, value: was[name] });
        }
      }
    }
    if (restored !== undefined) expect([...restored.keys()].sort()).toEqual([...before.keys()].sort());
  }
}

/** A note names the column, or an answer converts it. */
function isSaidToChange({ up, down }: ReadyPlan, sql: string, ...names: readonly string[]): boolean {
  const notes = [...up, ...down].flatMap(({ note }) => (note === null ? [] : [note]));
  return names.some(
    (name) =>
      notes.some((note) => note.includes(`.${name}:`) || note.includes(`.${name},`)) ||
      sql
        .split('\n')
        .some(
          (line) => line.includes(`ALTER COLUMN ${escapeIdentifier(name)} TYPE`) && line.includes(" USING '"),
        ),
  );
}

/** Runs a way; `false` where rows refuse a statement that says that they may. */
export async function runUntilRowsRefuse(
  { url }: TestDatabase,
  statements: readonly Statement[],
): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let open = false;
    for (const { sql, transactional, hazards } of statements) {
      if (transactional !== open) {
        await client.query(open ? 'COMMIT' : 'BEGIN');
        open = !open;
      }
      try {
        await client.query(sql);
      } catch (error) {
        if (hazards.some(({ kind }) => kind === 'mayFail')) return false;
        throw new Error(`${String(error)}\nin ${sql}`, { cause: error });
      }
    }
    if (open) await client.query('COMMIT');
    return true;
  } finally {
    await client.end();
  }
}
