import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createProject, type Project } from './project';

const guide = readFileSync(join(resolve(__dirname, '../../..'), 'docs/DATABASE.md'), 'utf8');

/** The words in code style of the guide's row about the document of a command. */
function documented(command: string): ReadonlySet<string> {
  const [, table = ''] = /The document holds, beside `command`:\n([\s\S]*?)\n\n[^|\n]/.exec(guide) ?? [];
  const row = table.split('\n').find((line) => line.split('|')[1]?.includes(`\`${command}\``)) ?? '';
  return new Set([...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, word = '']) => word));
}

let project: Project;
beforeEach(async () => {
  project = await createProject();
  project.write(
    'retort.config.ts',
    project
      .read('retort.config.ts')
      .replace("models: 'src/models',", "models: 'src/models', seed: async () => [],"),
  );
});
afterEach(() => project.dispose());

test('each document parses and has the fields that the guide names for its command', async () => {
  const seen: string[] = [];
  for (const typed of [
    'status',
    'check',
    'prepare --message first',
    'check',
    'prepare --message second',
    'migrate --plan',
    'migrate --sql',
    'migrate',
    'check',
    'history',
    'verify',
    'lint',
    'sql',
    'seed',
    'doctor',
    'stamp head',
    'prepare --message by_hand --manual',
    'downgrade --plan',
    'downgrade',
  ]) {
    const { stdout } = await project.run([...typed.split(' '), '--json']);
    const { command, ...fields }: Record<string, unknown> = JSON.parse(stdout);
    expect([typed, command]).toEqual([typed, typed.split(' ')[0]]);
    const words = documented(String(command));
    const outcome = typeof fields.outcome === 'string' ? [fields.outcome] : [];
    const lists = Object.values(fields).find((value) => Array.isArray(value) && typeof value[0] === 'object');
    const inList =
      typed.includes('--') || command === 'prepare' ? [] : Object.keys((lists as object[])?.[0] ?? {});
    const unknown = [...Object.keys(fields), ...outcome, ...inList].filter((word) => !words.has(word));
    seen.push(...unknown.map((word) => `${typed}: ${word}`));
  }
  expect(seen).toEqual([]);
});

test('a command that fails gives its error alone', async () => {
  const { stdout } = await project.run(['migrate', '--to', 'nowhere', '--json']);
  expect(Object.keys(JSON.parse(stdout))).toEqual(['error']);
  expect(Object.keys(JSON.parse(stdout).error)).toEqual(['what', 'at', 'next', 'exitCode']);
});
