import { renderRegistry, renderTypeormMigration } from '../forms/typeorm-migration';
import { makeSteps } from './make-steps';

describe('makeSteps', () => {
  it('makes the tables first, then adds to each of them in turn, later and later', () => {
    const steps = makeSteps(12);
    expect(steps[0]?.up.match(/CREATE TABLE/g)).toHaveLength(10);
    expect(steps.slice(1).map(({ up }) => up)).toContain('ALTER TABLE table_1 ADD COLUMN column_11 integer;');
    expect(steps.map(({ timestamp }) => timestamp)).toEqual(
      steps.map(({ timestamp }) => timestamp).toSorted((a, b) => a - b),
    );
    expect(new Set(steps.map(({ timestamp }) => timestamp)).size).toBe(12);
  });

  it('renders migrations that the registry imports', () => {
    const [first, second] = makeSteps(2);
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect(renderTypeormMigration(second)).toContain('export class AddColumn11700000001000 implements');
    expect(renderRegistry([first, second])).toBe(
      [
        "import { CreateTables1700000000000 } from './1700000000000_create_tables';",
        "import { AddColumn11700000001000 } from './1700000001000_add_column_1';",
        '',
        '/** Every migration, oldest first. */',
        'export const migrations = [',
        '  CreateTables1700000000000,',
        '  AddColumn11700000001000,',
        '];',
        '',
      ].join('\n'),
    );
  });
});
