import { madeUpTable } from '../../test/made-up-table';
import type { Operation } from '../operations/operation';
import { renderPlan } from './render-plan';

const createTables = (count: number): readonly Operation[] =>
  Array.from({ length: count }, (_one, index) => ({ kind: 'createTable', table: madeUpTable(`t${index}`) }));

describe('renderPlan', () => {
  it('keeps in one file what one transaction can hold, and begins another where a server may lack room for its locks', () => {
    expect(renderPlan(createTables(1000)).files).toHaveLength(1);
    const { files, up, down } = renderPlan(createTables(2500));
    expect(files.map((file) => file.transactional)).toEqual([true, true, true]);
    expect(files.map((file) => file.up.length)).toEqual([1066, 1066, 368]);
    expect(up.map(({ sql }) => sql)).toEqual(renderPlan(createTables(2500)).up.map(({ sql }) => sql));
    expect(up[0]?.sql).toContain('"t0"');
    // Undone from the last file to the first.
    expect(down[0]?.sql).toContain('"t2499"');
    expect(down.at(-1)?.sql).toContain('"t0"');
    for (const { up: forth, down: back } of files) expect(back).toHaveLength(forth.length);
  });
});
