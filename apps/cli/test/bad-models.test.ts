import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createProject, type Project } from './project';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

describe('the models', () => {
  test('one is not registered', async () => {
    project.write(
      'src/models/forgotten.ts',
      project.read('src/models/user.ts').replaceAll('User', 'Forgotten').replace('users', 'forgotten'),
    );
    expect(await project.run(['prepare', '--message', 'x'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  The entity Forgotten is not registered, so no migration would be made for it.
at     src/models/forgotten.ts
next   Import Forgotten in src/models/index.ts and add it to the list there.
`,
    });
    expect(readdirSync(join(project.root, 'src'))).not.toContain('versions');
  });

  test('one has columns and is no entity: it is named, also once the answers are known', async () => {
    project.write(
      'src/models/forgotten.ts',
      project
        .read('src/models/user.ts')
        .replaceAll('User', 'Forgotten')
        .replace("@Entity('users')\n", '')
        .replace('Entity, ', ''),
    );
    project.write(
      'src/models/index.ts',
      "import { Forgotten } from './forgotten';\nimport { User } from './user';\n\nexport const models = [User, Forgotten];\n",
    );
    const note = 'note   The class Forgotten has columns and no @Entity(): no table is made of it.\n';
    expect((await project.run(['prepare', '--message', 'x'])).stdout).toMatch(note);
    expect(await project.run(['prepare', '--message', 'y'])).toMatchObject({
      exitCode: 0,
      stdout: `${note}Nothing to do: the models and the migrations agree.\n`,
    });
  });

  test.each(['models', 'sql'])('the folder that the setting %s names is not there', async (setting) => {
    const config = project.read('retort.config.ts').replace(/^ *models: .*\n/m, '');
    project.write('retort.config.ts', config.replace('});', `  ${setting}: 'src/our modles',\n});`));
    expect(await project.run(['prepare', '--message', 'x'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error  The setting ${setting} names src/our modles, and there is no such folder.
at     retort.config.ts
next   Correct the setting, or take it out; or make the folder, with a file in it that git keeps: mkdir -p 'src/our modles' && touch 'src/our modles/.gitkeep'
`,
    });
    expect(readdirSync(join(project.root, 'src'))).not.toContain('versions');
  });

  test('one has a syntax error', async () => {
    project.write(
      'src/models/user.ts',
      project.read('src/models/user.ts').replace('id!: number;', 'id!: number oops'),
    );
    const { exitCode, stderr } = await project.run(['prepare', '--message', 'x']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error  src/models/user.ts does not compile.');
    expect(stderr).toContain('user.ts:5:');
    expect(stderr).toContain('next   Correct that line and run the command again.');
  });

  test('one has a type error: nothing is written', async () => {
    project.write(
      'src/models/user.ts',
      project.read('src/models/user.ts').replace('email!: string', 'email!: strin'),
    );
    const { exitCode, stderr } = await project.run(['prepare', '--message', 'x']);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`error  The models have type errors.
at     src/models/user.ts(6,37): error TS2552: Cannot find name 'strin'. Did you mean 'string'?
next   Correct them and run the command again.
`);
    expect(readdirSync(join(project.root, 'src'))).not.toContain('versions');
  });

  test('one throws while it loads', async () => {
    project.write(
      'src/models/user.ts',
      `${project.read('src/models/user.ts')}\nthrow new Error('not today');\n`,
    );
    const { exitCode, stderr } = await project.run(['prepare', '--message', 'x']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('cannot be loaded: not today');
    // The line of the source, not of what the compiler made of it.
    const line =
      project
        .read('src/models/user.ts')
        .split('\n')
        .findIndex((text) => text.startsWith('throw')) + 1;
    expect(stderr).toContain(`src/models/user.ts:${line}:`);
  });
});
