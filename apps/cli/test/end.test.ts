import { createProject, type Project } from './project';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.dispose());

test('whoever of the settings waits for the end hears it, also who began to wait then, and what is said at last is heard', async () => {
  const text = 'x'.repeat(200_000);
  project.write(
    'retort.config.ts',
    `process.on('exit', (code) => console.error('exit', code));
process.once('beforeExit', () =>
  setTimeout(() => {
    console.error('later');
    process.on('beforeExit', () => process.on('exit', () => console.error('at last', process.exitCode)));
    console.log('${text}');
  }, 1),
);
export default { dataSource: async () => ({ entities: [] }), migrations: 'src/versions' };
`,
  );
  const { exitCode, stdout, stderr } = await project.run(['check', '--offline']);
  expect(stderr.split('\n').filter((line) => /exit|later|last/.test(line))).toEqual([
    'later',
    'exit 0',
    'at last 0',
  ]);
  expect(exitCode).toBe(0);
  expect(stdout.endsWith(`${text}\n`)).toBe(true);
});

test('who has nobody to wait for ends at once, with its exit code, and without taking its memory down', async () => {
  project.write(
    'retort.config.ts',
    `const end = Reflect.get(process, 'reallyExit');
Reflect.set(process, 'reallyExit', (code: number) => { console.error('ended', code); end.call(process, code); });
export default { dataSource: async () => ({ entities: [] }), migrations: 'src/versions' };
`,
  );
  project.write('src/versions/1700000000000_m.ts', 'export const nothing = 1;\n');
  const failed = await project.run(['check', '--offline']);
  expect(failed).toMatchObject({ exitCode: 8, stderr: expect.stringMatching(/\nended 8\n$/) });
  project.remove('src/versions/1700000000000_m.ts');
  expect(await project.run(['check', '--offline'])).toMatchObject({ exitCode: 0, stderr: 'ended 0\n' });
});
