import { createProject, type Project } from './project';

let project: Project;
beforeAll(async () => {
  project = await createProject();
});
afterAll(async () => {
  await project.run(['teardown']);
  await project.dispose();
});

// The test server has no SSL. `pg` takes `prefer` for `verify-full`, and says so; a server of one's own is not asked that way.
test.each(['status', 'doctor', 'setup'])('%s takes sslmode=prefer as libpq means it', async (command) => {
  const url = new URL(project.url);
  url.searchParams.set('sslmode', 'prefer');
  expect(await project.run([command], { POSTGRES_URL: String(url) })).toMatchObject({
    exitCode: 0,
    stderr: '',
  });
});
