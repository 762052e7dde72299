import { createProject, type Project } from './project';
import { queryRows } from './query-rows';

const widget = `import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('widgets')
export class Widget {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_widgets' }) id!: number;
  @Column({ type: 'text', default: 'new' }) state!: string;
}
`;

describe('a day with retort', () => {
  let project: Project;
  beforeAll(async () => {
    project = await createProject();
    project.write('src/versions/index.ts', 'export const migrations = [];\n');
  });
  afterAll(() => project.dispose());

  const check = async () => (await project.run(['check'])).exitCode;

  test('from nothing to the first table, there and back', async () => {
    expect(await check()).toBe(4);
    const prepared = await project.run(['prepare', '--message', 'create users']);
    expect(prepared).toMatchObject({ exitCode: 0, stderr: '' });
    const [file] = project.versions();
    expect(file).toMatch(/^\d{13}_create_users\.ts$/);
    expect(prepared.stdout).toContain(`Wrote src/versions/${file}`);
    expect(prepared.stdout).toMatch(/CREATE TABLE .*users/);
    expect(project.read('src/versions/index.ts')).toContain(`from './${file?.replace('.ts', '')}';`);
    expect(await check()).toBe(3);

    const migrated = await project.run(['migrate']);
    expect(migrated.stdout).toMatch(/^applied {2}\d{13}_create_users {2}\d+ ms\n$/);
    expect(await tables(project)).toEqual(['migrations', 'retort_journal', 'users']);
    expect(await check()).toBe(0);

    expect((await project.run(['downgrade'])).stdout).toMatch(/^undone {3}\d{13}_create_users {2}\d+ ms\n$/);
    expect(await tables(project)).toEqual(['migrations', 'retort_journal']);
    expect(await project.run(['downgrade'])).toEqual({
      exitCode: 0,
      stdout: 'Nothing to do.\n',
      stderr: '',
    });
    expect((await project.run(['migrate', '--to', '+1'])).exitCode).toBe(0);
    expect((await project.run(['migrate'])).stdout).toBe('Nothing to do: every migration is applied.\n');
  });

  test("a target is typed as Alembic's, or as the file's path", async () => {
    const path = `src/versions/${project.versions()[0]}`;
    const done = { exitCode: 0, stderr: '' };
    expect(await project.run(['downgrade', '-1'])).toMatchObject(done);
    expect(await tables(project)).not.toContain('users');
    expect(await project.run(['migrate', 'head'])).toMatchObject(done);
    expect(await project.run(['downgrade', 'base'])).toMatchObject(done);
    expect(await tables(project)).not.toContain('users');
    expect(await project.run(['migrate', path])).toMatchObject(done);
    expect(await tables(project)).toContain('users');
    expect(await project.run(['stamp', '--to', path])).toMatchObject(done);
  });

  test('with nothing changed, prepare says so and writes nothing', async () => {
    const before = project.versions();
    expect(await project.run(['prepare', '--message', 'nothing'])).toEqual({
      exitCode: 0,
      stdout: 'Nothing to do: the models and the migrations agree.\n',
      stderr: '',
    });
    expect(project.versions()).toEqual(before);
  });

  test('a second model makes a second migration, with only its table', async () => {
    project.write('src/models/widget.ts', widget);
    project.write(
      'src/models/index.ts',
      "import { User } from './user';\nimport { Widget } from './widget';\n\nexport const models = [User, Widget];\n",
    );
    const { stdout, exitCode } = await project.run([
      'prepare',
      '--message',
      'Add widgets — à la carte!',
      '--json',
    ]);
    expect(exitCode).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ command: 'prepare', outcome: 'written', manual: false });
    expect(document.path).toMatch(/^src\/versions\/\d{13}_add_widgets_a_la_carte\.ts$/);
    expect(document.up).toHaveLength(1);
    const status = JSON.parse((await project.run(['status', '--json'])).stdout);
    expect(status.pending).toEqual([document.migration]);
    expect((await project.run(['migrate'])).exitCode).toBe(0);
    const history = JSON.parse((await project.run(['history', '--json'])).stdout);
    expect(history.migrations.map(({ state }: { state: string }) => state)).toEqual(['applied', 'applied']);
    const undone = await project.run(['downgrade', '--to', 'base']);
    expect(
      undone.stdout.split('\n').map((line) => line.split('_').slice(1).join('_').split('  ')[0]),
    ).toEqual(['add_widgets_a_la_carte', 'create_users', '']);
    expect((await project.run(['migrate'])).exitCode).toBe(0);
  });

  test('what cannot run in a transaction is in a migration of its own', async () => {
    project.write(
      'src/models/widget.ts',
      widget
        .replace('{ Column,', '{ Column, Index,')
        .replace(
          '  @Column',
          "  @Column({ type: 'integer', default: 1 }) size!: number;\n  @Index('ix_widgets_state')\n  @Column",
        ),
    );
    const { exitCode, stdout } = await project.run(['prepare', '--message', 'size and index', '--json']);
    expect(exitCode).toBe(0);
    const { files } = JSON.parse(stdout);
    expect(files.map(({ migration }: { migration: string }) => migration.replace(/^\d+_/, ''))).toEqual([
      'size_and_index',
      'size_and_index_part_2',
    ]);
    expect(project.read(files[0].path)).not.toContain('transaction = false');
    expect(project.read(files[1].path)).toContain('transaction = false');
    expect(project.read(files[1].path)).toContain('CREATE INDEX CONCURRENTLY');
    expect((await project.run(['migrate'])).exitCode).toBe(0);
    expect((await project.run(['verify'])).exitCode).toBe(0);
    expect(await check()).toBe(0);
  });

  test('a rename is asked for, a drop is refused, and both are taken as answers', async () => {
    const before = project.versions();
    const renamed = project.read('src/models/widget.ts').replace('state!:', 'condition!:');
    project.write('src/models/widget.ts', renamed);
    const asked = await project.run(['prepare', '--message', 'rename state']);
    expect(asked.exitCode).toBe(9);
    expect(asked.stdout).toContain(': --rename widgets.state=condition\n');
    project.write('src/models/widget.ts', renamed.replace(/.*size.*\n/, ''));
    const refused = await project.run([
      'prepare',
      '--message',
      'drop size',
      '--rename',
      'widgets.state=condition',
    ]);
    expect(refused.exitCode).toBe(6);
    expect(refused.stdout).toContain('next     --allow drop-column:widgets.size\n');
    expect(project.versions()).toEqual(before);
    const allowed = await project.run([
      ...['prepare', '--message', 'rename state and drop size'],
      ...['--rename', 'widgets.state=condition', '--allow', 'drop-column:widgets.size'],
    ]);
    expect(allowed.exitCode).toBe(0);
    expect((await project.run(['migrate'])).exitCode).toBe(0);
    expect(await check()).toBe(0);
  });

  test('what was changed by hand is drift; what another team made is not', async () => {
    await queryRows(project.url, 'CREATE TABLE theirs (); ALTER TABLE users ADD COLUMN by_hand text');
    const { exitCode, stdout } = await project.run(['check']);
    expect(exitCode).toBe(5);
    expect(stdout).toContain('  column public.users.by_hand is in the database, and in no migration\n');
    expect(stdout).not.toContain('theirs');
    await queryRows(project.url, 'DROP TABLE theirs; ALTER TABLE users DROP COLUMN by_hand');
    expect(await check()).toBe(0);
  });

  test('a manual migration is empty, and throws until it is written', async () => {
    const prepared = await project.run(['prepare', '--manual', '--message', 'fill in states']);
    expect(prepared.exitCode).toBe(0);
    const file = project.versions().at(-1) ?? '';
    const path = `src/versions/${file}`;
    const stem = file.replace('.ts', '');
    expect(await project.run(['migrate'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `error  The up of ${stem} is not written yet.
at     ${path}
next   Write its up in that file, then: npx retort migrate
`,
    });
    const source = project.read(path);
    project.write(
      path,
      source.replace(
        "throw new Error('The up of this migration is not written yet.');",
        "await _queryRunner.query(`UPDATE widgets SET condition = 'old'`);",
      ),
    );
    expect((await project.run(['migrate'])).exitCode).toBe(0);
    expect(await project.run(['downgrade'])).toMatchObject({
      exitCode: 1,
      stderr: `error  The down of ${stem} is not written yet.
at     ${path}
next   Write its down in that file, then: npx retort downgrade
`,
    });
    expect((await project.run(['status'])).stdout).toContain(`head     ${stem}`);
  });

  test('wipe drops the database, and says what is next', async () => {
    const { pathname } = new URL(project.url);
    const name = pathname.slice(1);
    expect((await project.run(['wipe'])).stdout).toBe(`Dropped the database ${name}; the server still runs.
Next, to begin again: npx retort setup
`);
    expect(await project.run(['status'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(`error  The database ${name} does not exist.`),
    });
  });
});

async function tables(project: Project): Promise<readonly unknown[]> {
  const rows = await queryRows(
    project.url,
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
