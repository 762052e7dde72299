import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataFolder } from './make-data-folder';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retort-data-'));
});
afterEach(() => rm(folder, { recursive: true }));

test.each(['"', '$', '`', '\\'])(
  'a path with %s is refused, since initdb does not quote it',
  async (character) => {
    const programs = `/home/ada/my ${character}shop${character}/native`;
    await expect(
      makeDataFolder({
        binaries: { folder: programs, major: 18 } as Parameters<typeof makeDataFolder>[0]['binaries'],
        folder: join(folder, 'data'),
        superuser: 'retort',
        user: undefined,
      }),
    ).rejects.toMatchObject({
      message: `Postgres cannot make a database where a folder's name has a ${character} in it.`,
      at: programs,
      next: `Move the project to a folder without ${character}, or set POSTGRES_URL to a Postgres of yours`,
    });
    expect(await readdir(folder)).toEqual([]);
  },
);
