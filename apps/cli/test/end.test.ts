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
