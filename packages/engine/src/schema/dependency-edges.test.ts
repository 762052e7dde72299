import { madeUpColumn, madeUpTable } from '../../test/made-up-table';
import { columnAddress, dependencyEdges, partAddress } from './dependency-edges';
import { emptySchema } from './empty-schema';

test('a key needs the columns that it includes: it goes before them', () => {
  const table = madeUpTable('t', {
    columns: [madeUpColumn('id'), madeUpColumn('included')],
    constraints: [
      {
        kind: 'unique',
        name: 'key',
        definition: 'UNIQUE (id) INCLUDE (included)',
        columns: ['id'],
        include: ['included'],
        nullsNotDistinct: false,
        withoutOverlaps: false,
        indexOptions: [],
        deferrable: 'not deferrable',
        inherited: false,
        comment: null,
      },
    ],
  });
  const dependent = partAddress('constraint', table, 'key');
  expect(dependencyEdges({ ...emptySchema, tables: [table] })).toEqual(
    expect.arrayContaining(['id', 'included'].map((name) => ({ dependent, on: columnAddress(table, name) }))),
  );
});
