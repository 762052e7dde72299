import { createProject, type Project } from './project';
import { queryRows } from './query-rows';
import { writeHistory } from './write-history';

let project: Project;
beforeAll(async () => {
  project = await createProject();
  await queryRows(project.url, 'CREATE SCHEMA shop');
  writeHistory(project, [
    [
      'create_users',
      ['CREATE TABLE users (id integer CONSTRAINT pk_users PRIMARY KEY, email text NOT NULL)'],
      ['DROP TABLE users'],
    ],
  ]);
});
afterAll(() => project.dispose());

const byUrl = () => {
  const url = new URL(project.url);
  return { POSTGRES_URL: `${url}?options=-csearch_path%3Dshop` };
};

test('migrations go where the search_path of the connection leads', async () => {
  expect((await project.run(['migrate'], byUrl())).exitCode).toBe(0);
  expect(await queryRows(project.url, "SELECT schemaname FROM pg_tables WHERE tablename = 'users'")).toEqual([
    { schemaname: 'shop' },
  ]);
});

test('a comparison that cannot follow it says where the schema is to be named', async () => {
  expect(await project.run(['check'], byUrl())).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining(
      "next   Name the schema that the search_path of the connection chooses in the data source and in retort.config.ts (schema: '…')",
    ),
  });
  const { pathname } = new URL(project.url);
  await queryRows(project.url, `ALTER DATABASE "${pathname.slice(1)}" SET search_path = shop`);
  expect(await project.run(['check'])).toEqual({
    exitCode: 5,
    stdout: `The database is not what its migrations made:
  table public.users is made by a migration, and is not in the database
Names without a schema go to shop in this database (its search_path).
Next: name it in the data source and in retort.config.ts (schema: 'shop'), and, for scratch databases, in POSTGRES_URL (?options=-csearch_path%3Dshop).
`,
    stderr: '',
  });
});

test('with the schema named there, everything is in order', async () => {
  const config = project.read('retort.config.ts');
  project.write(
    'retort.config.ts',
    config
      .replace('({ entities', "({ schema: 'shop', entities")
      .replace("models: '", "schema: 'shop',\n  models: '"),
  );
  expect(await project.run(['check'], byUrl())).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await project.run(['verify'], byUrl())).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await project.run(['prepare', '--message', 'none'], byUrl())).toEqual({
    exitCode: 0,
    stdout: 'Nothing to do: the models and the migrations agree.\n',
    stderr: '',
  });
});
