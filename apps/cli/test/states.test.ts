import { shop } from './shop';

const { write, query } = shop;

describe('where a migration stands', () => {
  test('status tells every state from the others, each with its next step; history who applied what', async () => {
    await shop.project.run(['migrate', '--to', '+2']);
    write(1, 'fill_users', ['INSERT INTO users VALUES (3)'], []);
    shop.project.remove('src/versions/1700000000000_add_users.ts');
    await query(`INSERT INTO migrations ("timestamp", name) VALUES (1600000000000, 'Theirs1600000000000')`);
    write(-1, 'late', ['SELECT 1'], []);
    const { stdout } = await shop.project.run(['status']);
    expect(stdout).toBe(`head     1700000000001_fill_users
applied  1
pending  2
  unknown       Theirs1600000000000  (applied by another runner, and it has no file)
  out of order  1699999999999_late  (older than Migration1700000000001, which is applied)
  missing       1700000000000_add_users
  edited        1700000000001_fill_users
  pending       1700000000002_add_age
Next: bring the missing files back from git
Next: bring the missing files back from git, or undo what ran: npx retort downgrade --from-journal --to base
Next: write 1700000000001_fill_users as it was, or undo what ran: npx retort downgrade --from-journal
Next: npx retort migrate (it runs after the newer ones), or before that: npx retort rebase
Next: npx retort migrate
`);
    const history = await shop.project.run(['history']);
    expect(history.stdout).toMatch(
      /^missing {7}2023-11-14T22:13Z {2}1700000000000_add_users {2}\(\d{4}-\d\d-\d\dT\d\d:\d\dZ, \d+ ms, .*@.* as postgres/m,
    );
  });

  test('a failed one, and one that is half done', async () => {
    write(0, 'add_users', ['CREATE TABLE users ()', 'SELECT 1/0'], []);
    await shop.project.run(['migrate']);
    const { stdout: failed } = await shop.project.run(['status']);
    expect(failed).toContain(
      '  failed        1700000000000_add_users  (The up of 1700000000000_add_users failed: division by zero.',
    );
    expect(failed).toMatch(
      /\n {2}pending {7}1700000000002_add_age\nNext: correct 1700000000000_add_users, then: npx retort migrate\n$/,
    );
    write(0, 'add_users', ['CREATE TABLE users ()', 'SELECT 1/0'], [], '  readonly transaction = false;\n');
    await shop.project.run(['migrate']);
    const { stdout } = await shop.project.run(['status']);
    expect(stdout).toContain('  half done     1700000000000_add_users  (its up stopped after 1 statement)');
    expect(stdout).toMatch(/_add_age\nNext: finish 1700000000000_add_users: npx retort migrate\n$/);
  });

  test('an edited one stops migrate and check with exit code 8, and is undone from the journal', async () => {
    await shop.project.run(['migrate', '--to', '+1']);
    write(0, 'add_users', ['CREATE TABLE people (id int)'], ['DROP TABLE people']);
    for (const command of ['migrate', 'check']) {
      expect(await shop.project.run([command])).toMatchObject({
        exitCode: 8,
        stderr: expect.stringContaining(
          '- CREATE TABLE users (id int)\n       + CREATE TABLE people (id int)',
        ),
      });
    }
    expect((await shop.project.run(['downgrade', '--from-journal'])).stdout).toMatch(
      /^undone {3}1700000000000_add_users/,
    );
    expect(await query(`SELECT to_regclass('users') AS users`)).toEqual([{ users: null }]);
  });
});

describe('a database that is there already', () => {
  test('stamp writes down what is applied, without running it; --purge forgets what has no file', async () => {
    expect((await shop.project.run(['stamp', 'fill_users'])).stdout).toBe(
      'stamped  1700000000001_fill_users  (2 count as applied)\n',
    );
    await query(`INSERT INTO migrations ("timestamp", name) VALUES (1600000000000, 'Theirs1600000000000')`);
    expect((await shop.project.run(['stamp', 'add_users'])).stdout).toBe(
      'stamped  1700000000000_add_users  (1 counts as applied)\nforgot   Migration1700000000001\n',
    );
    expect((await shop.project.run(['migrate'])).exitCode).toBe(8);
    expect((await shop.project.run(['stamp', 'head', '--purge'])).stdout).toContain(
      'forgot   Theirs1600000000000\n',
    );
    expect((await shop.project.run(['status'])).stdout).toContain('applied  3\npending  0\nUp to date.');
    expect(await query(`SELECT to_regclass('users') AS users`)).toEqual([{ users: null }]);
    expect(await shop.project.run(['stamp', 'nowhere'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(
        'error  The target "nowhere" cannot be reached: no migration has that name',
      ),
    });
  });

  test('baseline writes its schema as the first migration, proven, and stamps it', async () => {
    shop.project.remove('src/versions');
    await query(`CREATE TABLE users (id integer, email text NOT NULL, CONSTRAINT pk_users PRIMARY KEY (id))`);
    await query(`INSERT INTO users VALUES (1, 'ada@example.org')`);
    await query('CREATE PUBLICATION changes FOR TABLE users');
    const prepared = await shop.project.run(['prepare', '--message', 'first']);
    expect(prepared.exitCode).toBe(6);
    expect(prepared.stdout).toContain(
      'note   There is no migration yet. Where the database in use has the schema already, begin with that: npx retort baseline\n',
    );
    const { stdout, exitCode } = await shop.project.run(['baseline']);
    expect(exitCode).toBe(0);
    const [file = ''] = shop.project.versions();
    expect(stdout).toContain(`Wrote src/versions/${file}\nstamped  ${file.replace('.ts', '')}\n`);
    expect(stdout).toContain('note   The publication changes is not in it');
    expect(stdout).not.toContain('purge');
    expect((await shop.project.run(['check'])).exitCode).toBe(0);
    expect((await shop.project.run(['verify'])).exitCode).toBe(0);
    expect(await query('SELECT id FROM users')).toEqual([{ id: 1 }]);
    expect(await shop.project.run(['baseline'])).toMatchObject({ exitCode: 8 });
  });

  test('whose migrations another runner recorded: what to forget is said, and what has not run stays pending', async () => {
    shop.project.remove('src/versions');
    await query('CREATE TABLE users (id integer)');
    await query(
      'CREATE TABLE migrations (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL)',
    );
    await query(`INSERT INTO migrations ("timestamp", name) VALUES (1600000000000, 'Theirs1600000000000')`);
    const { stdout } = await shop.project.run(['baseline']);
    expect(stdout).toContain(
      'Next: forget the 1 migration that another runner recorded and that has no file: npx retort stamp head --purge\n',
    );
    const [first = ''] = shop.project.versions();
    const stem = first.replace('.ts', '');
    write(200_000_000_000, 'more', ['CREATE TABLE more ()'], ['DROP TABLE more']);
    const forget = `forget what no file says: npx retort stamp ${stem} --purge\n`;
    expect((await shop.project.run(['status'])).stdout).toContain(forget);
    expect(await shop.project.run(['migrate'])).toMatchObject({
      exitCode: 8,
      stderr: expect.stringContaining(forget),
    });
    expect((await shop.project.run(['stamp', stem, '--purge'])).stdout).toContain(
      'forgot   Theirs1600000000000',
    );
    expect((await shop.project.run(['migrate'])).stdout).toContain('_more');
    expect(await query(`SELECT to_regclass('more')::text AS more`)).toEqual([{ more: 'more' }]);
  });
});
