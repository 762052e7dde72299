import { addColumn } from '../schema/add-column';
import { makeTables } from '../schema/make-tables';
import type { Table } from '../schema/table';
import { createEdit } from './edit';

it('leaves only the last change in the files', () => {
  const tables = makeTables(10, 1);
  const files: Table[] = [...tables];
  const edit = createEdit(tables, (number, table) => {
    files[number] = table;
  });
  edit.make(1);
  edit.make(2);
  const { number, table } = addColumn(tables, 2);
  expect(files).toEqual(tables.with(number, table));
  expect(edit.column(2)).toBe(table.columns.at(-1)?.name);
  edit.undo();
  expect(files).toEqual(tables);
});
