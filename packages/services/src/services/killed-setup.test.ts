import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltPackage, buildPackage } from '../../test/built-package';
import { makeProjectFolder, type ProjectFolder } from '../../test/project-folder';
import { serversHere } from '../../test/redis-here';
import { askPostgres } from '../postgres/ask-postgres';
import { findServersIn } from '../processes/find-servers-in';
import { setupServices } from './setup-services';
import { stopServices } from './stop-services';

let built: BuiltPackage;
beforeAll(async () => {
  built = await buildPackage();
});
afterAll(() => built.remove());

let project: ProjectFolder;
beforeEach(async () => {
  project = await makeProjectFolder();
});
afterEach(async () => {
  await stopServices(project.options);
  expect(await readdir(project.root)).toEqual([]);
  expect(await findServersIn(project.root)).toEqual([]);
  await project.remove();
});

/** Runs setup in a process that ends itself, as kill -9 would, as soon as it sees a file. */
async function killSetupAt(condition: string): Promise<void> {
  const script = `const fs = require('node:fs'), folder = ${JSON.stringify(join(project.root, '.retort'))};
    const list = (name) => fs.existsSync(folder + name) ? fs.readdirSync(folder + name) : [];
    setInterval(() => { if (${condition}) process.kill(process.pid, 'SIGKILL'); }, 1);
    await services.setupServices(${JSON.stringify(project.options)});
    console.log('it was not killed');`;
  await expect(built.run(script)).rejects.toThrow(/"code":1,"stdout":""/);
}

it.each([
  ['while it has the lock', `list('').includes('lock')`],
  [
    'in initdb',
    `list('/postgres').some((name) => name.includes('making') && list('/postgres/' + name + '/data/base').length > 0)`,
  ],
  ['before Postgres has started', `list('/postgres').includes('data')`],
  ['while Postgres starts', `list('/postgres/data').includes('postmaster.pid')`],
  ...(serversHere === 2 ? [['while Redis starts', `list('/redis').includes('redis.conf')`]] : []),
])('a setup that was killed %s is followed by one that works', async (_, condition) => {
  await killSetupAt(condition);
  const { postgres } = await setupServices(project.options);
  expect(await askPostgres(postgres.url)).toMatchObject({ kind: 'answers' });
  expect(await findServersIn(project.root)).toHaveLength(serversHere);
  expect(
    (await readdir(join(project.root, '.retort', 'postgres'))).filter((name) => name.includes('making')),
  ).toEqual([]);
});
