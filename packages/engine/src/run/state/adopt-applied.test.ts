import { DataSource } from 'typeorm';
import { journalled } from '../../../test/journalled';
import { queryRows } from '../../../test/query-rows';

const { up, journal, statuses } = journalled;

describe('what another runner did', () => {
  it('is adopted from its files, and edits are noticed from then on', async () => {
    const dataSource = new DataSource({
      type: 'postgres',
      url: journalled.database.url,
      migrations: [`${journalled.files.folder}/*_add_users.ts`],
    });
    jest.resetModules();
    await dataSource.initialize();
    await dataSource.runMigrations();
    await dataSource.destroy();
    expect(await statuses()).toEqual(['applied add_users', 'pending add_widgets']);
    await up();
    expect(await journal()).toMatchObject([
      { state: 'adopted', up: null, down: [{ sql: 'DROP TABLE users' }], started_at: null },
      { state: 'applied' },
    ]);
    journalled.files.write(0, 'add_users', { up: ['CREATE TABLE people ()'] });
    expect(await statuses()).toEqual(['edited add_users', 'applied add_widgets']);
    await expect(up()).rejects.toMatchObject({
      message: 'The migration 1700000000000_add_users was edited after it was applied.',
      at: expect.stringContaining('- CREATE TABLE users (id text)\n+ CREATE TABLE people ()'),
    });
  });

  it('is unknown where neither a file nor the journal knows it; late ones are out of order', async () => {
    journalled.files.remove(0, 'add_users');
    await up();
    await queryRows(
      journalled.database.url,
      `INSERT INTO migrations ("timestamp", name) VALUES (1600000000000, 'Theirs1600000000000')`,
    );
    journalled.files.write(0, 'add_users', { up: ['CREATE TABLE users ()'] });
    expect(await statuses()).toEqual([
      'unknown Theirs1600000000000',
      'outOfOrder add_users',
      'applied add_widgets',
    ]);
  });
});
