import { addColumn } from './add-column';
import { countObjects, describeDifference } from './count-objects';
import { makeTables } from './make-tables';

describe('makeTables', () => {
  it('gives the same tables for the same seed, and others for another', () => {
    expect(makeTables(50, 1)).toEqual(makeTables(50, 1));
    expect(makeTables(50, 1)).not.toEqual(makeTables(50, 2));
  });

  it('begins a larger project with the tables of a smaller one', () => {
    expect(makeTables(100, 1).slice(0, 10)).toEqual(makeTables(10, 1));
  });

  it('refers to earlier tables only', () => {
    for (const [number, { references }] of makeTables(200, 1).entries()) {
      for (const { table } of references) expect(table).toBeLessThan(number);
    }
  });

  it('makes 12 or 13 columns, four indexes and one or two foreign keys a table, and an enum for every fifth', () => {
    expect(countObjects(makeTables(1000, 1))).toEqual({
      tables: 1000,
      columns: 12499,
      indexes: 4000,
      foreignKeys: 1499,
      enums: 200,
    });
  });
});

describe('addColumn', () => {
  const tables = makeTables(10, 1);

  it('adds one column to one table and leaves the others', () => {
    const { number, column, table } = addColumn(tables, 4);
    expect(table.columns.map(({ name }) => name)).toEqual([
      ...(tables[number]?.columns.map(({ name }) => name) ?? []),
      column,
    ]);
    expect({ ...table, columns: [] }).toEqual({ ...tables[number], columns: [] });
  });

  it('makes another change in every round', () => {
    const changes = [1, 2, 3].map((round) => addColumn(tables, round));
    expect(new Set(changes.map(({ column }) => column)).size).toBe(3);
    expect(new Set(changes.map(({ number }) => number)).size).toBe(3);
  });
});

describe('describeDifference', () => {
  const counts = countObjects(makeTables(10, 1));

  it('says what there is more or less of', () => {
    expect(describeDifference(counts, { ...counts, indexes: 54, enums: 1 })).toBe(
      'indexes: 54 instead of 40, enum types: 1 instead of 2',
    );
  });

  it('says nothing of equals', () => {
    expect(describeDifference(counts, { ...counts })).toBeUndefined();
  });
});
