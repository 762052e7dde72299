import { journalled } from '../../../test/journalled';

const { up, down, tables, statuses } = journalled;

describe('a migration whose file is gone', () => {
  it('is undone from the journal, when asked', async () => {
    await up();
    journalled.files.remove(1, 'add_widgets');
    expect(await statuses()).toEqual(['applied add_users', 'missing add_widgets']);
    await expect(down('-1')).rejects.toMatchObject({ kind: 'conflict' });
    expect(await down('-1', true)).toMatchObject([{ migration: { slug: 'add_widgets' } }]);
    expect(await tables()).toEqual(['users']);
    expect(await statuses()).toEqual(['applied add_users']);
  });

  it.each([
    [
      'an answer of the database',
      `const [row] = await queryRunner.query('SELECT 1'); await queryRunner.query('DROP TABLE widgets');`,
      'it uses what a statement returned',
    ],
    [
      'more than query',
      `await queryRunner.dropTable('widgets');`,
      'it uses more of the query runner than query (dropTable)',
    ],
    ['no way back', `throw new Error('there is no way back');`, 'it throws: there is no way back'],
  ])('cannot be where its down needs %s, and says so', async (_name, code, because) => {
    journalled.files.write(1, 'add_widgets', { up: ['CREATE TABLE widgets ()'], down: code });
    await up();
    journalled.files.remove(1, 'add_widgets');
    await expect(down('-1', true)).rejects.toMatchObject({
      message: expect.stringContaining(
        `The journal does not know the SQL that undoes 1700000000001_add_widgets: ${because}`,
      ),
    });
    expect(await tables()).toEqual(['users', 'widgets']);
  });
});
