import { createProject, migrationSource, type Project } from './project';
import { queryRows } from './query-rows';

/** A project with three migrations, for each test of a file. */
export const shop = {
  get project(): Project {
    if (project === undefined) throw new Error('no test is running');
    return project;
  },
  /** Another migration, or another text of one. */
  write: (number: number, slug: string, up: readonly string[], down: readonly string[], head = ''): void => {
    const timestamp = 1_700_000_000_000 + number;
    const source = migrationSource(timestamp, up, down).replace('  async up', `${head}  async up`);
    shop.project.write(`src/versions/${timestamp}_${slug}.ts`, source);
  },
  query: (sql: string) => queryRows(shop.project.url, sql),
  database: () => new URL(shop.project.url).pathname.slice(1),
};

let project: Project | undefined;

beforeEach(async () => {
  project = await createProject();
  shop.write(0, 'add_users', ['CREATE TABLE users (id int)'], ['DROP TABLE users']);
  shop.write(1, 'fill_users', ['INSERT INTO users VALUES (1), (2)'], ['DELETE FROM users']);
  shop.write(2, 'add_age', ['ALTER TABLE users ADD COLUMN age int'], ['ALTER TABLE users DROP COLUMN age']);
});
afterEach(() => project?.dispose());
