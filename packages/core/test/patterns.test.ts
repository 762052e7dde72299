import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase } from '@retort/services/testing';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { ReadableNamingStrategy } from '../src';

const guide = join(__dirname, '..', '..', '..', 'docs', 'TYPESCRIPT_LIBRARY_PATTERNS.md');
const root = join(__dirname, '..', '..', '..');

const imports = `
import { Check, Column, type DataSource, Entity, In, Index, JoinColumn, JoinTable, ManyToMany, ManyToOne, OneToMany,
  type Relation, Unique } from 'typeorm';
import { AppendOnly, archive, Base, restore, StringEnum, uuid7 } from '@retort/core';
`;

type Example = (dataSource: DataSource) => Promise<void>;

let folder: string;
let file: string;
let exampleCount: number;

beforeAll(() => {
  const blocks = [...readFileSync(guide, 'utf8').matchAll(/^```ts( run)?\n(.*?)^```$/gms)];
  const code = blocks.map(([, runs, text = ''], index) =>
    runs === undefined
      ? text
      : `export async function example${index}(dataSource: DataSource): Promise<void> {\n${text}}\n`,
  );
  exampleCount = blocks.filter(([, runs]) => runs !== undefined).length;
  // Within the package, so that '@retort/core' is found as for any file of it.
  mkdirSync(join(__dirname, '..', '.retort'), { recursive: true });
  folder = mkdtempSync(join(__dirname, '..', '.retort', 'patterns-'));
  file = join(folder, 'patterns.ts');
  writeFileSync(file, imports + code.join('\n'));
});

afterAll(() => rmSync(folder, { recursive: true }));

it('every example compiles', () => {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: { noEmit: true, noUnusedLocals: false, types: ['node'] },
      files: [file],
    }),
  );
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

it('the models of the examples make tables, and what can be run runs', async () => {
  const exported: Record<string, unknown> = jest.requireActual(file);
  const tables = new Set(getMetadataArgsStorage().tables.map(({ target }) => target));
  const entities = Object.values(exported).filter(
    (value): value is new () => object => typeof value === 'function' && tables.has(value),
  );
  expect(entities.length).toBeGreaterThan(10);
  const { url, drop } = await createTestDatabase();
  const dataSource = await new DataSource({
    type: 'postgres',
    url,
    entities,
    namingStrategy: new ReadableNamingStrategy(),
    installExtensions: false,
    synchronize: true,
  }).initialize();
  try {
    const examples = Object.entries(exported).filter(([name]) => name.startsWith('example'));
    expect(examples).toHaveLength(exampleCount);
    for (const [, example] of examples) {
      await (example as Example)(dataSource);
    }
    const names = await readNames(dataSource);
    const text = readFileSync(guide, 'utf8');
    for (const [name] of text.matchAll(/\b(?:pk|fk|ix|uq|ck)_[a-z_]+[a-z]\b/g)) {
      expect(names).toContain(name);
    }
  } finally {
    await dataSource.destroy();
    await drop();
  }
});

async function readNames(dataSource: DataSource): Promise<readonly string[]> {
  const rows: readonly { readonly name: string }[] = await dataSource.query(
    'SELECT conname AS name FROM pg_constraint UNION SELECT relname FROM pg_class',
  );
  return rows.map(({ name }) => name);
}
