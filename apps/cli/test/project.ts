import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createTestDatabase } from '@retort/services/testing';

/** A TypeORM project that is not this monorepo, on a database of its own. */
export interface Project {
  readonly root: string;
  readonly url: string;
  write(path: string, text: string): void;
  remove(path: string): void;
  read(path: string): string;
  /** The migrations' files, oldest first. */
  versions(): readonly string[];
  run(
    parameters: readonly string[],
    environment?: Readonly<Record<string, string | undefined>>,
    as?: RunAs,
  ): Promise<Finished>;
  start(
    parameters: readonly string[],
    environment?: Readonly<Record<string, string | undefined>>,
  ): ChildProcess;
  dispose(): Promise<void>;
}

/** Another user to run as. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const cli = resolve(__dirname, '..');
const bin = join(cli, 'bin', 'retort.js');

export async function createProject(): Promise<Project> {
  const database = await createTestDatabase();
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'retort-project-')));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(cli, join(root, 'node_modules', 'retort'));
  symlinkSync(realpathSync(join(cli, 'node_modules', 'typeorm')), join(root, 'node_modules', 'typeorm'));
  symlinkSync(
    realpathSync(join(cli, '..', '..', 'node_modules', 'typescript')),
    join(root, 'node_modules', 'typescript'),
  );
  for (const [path, text] of Object.entries(files)) write(path, text);
  const environmentOf = (extra: Readonly<Record<string, string | undefined>> = {}) => ({
    PATH: process.env.PATH ?? '',
    HOME: root,
    POSTGRES_URL: database.url,
    ...extra,
  });
  return {
    root,
    url: database.url,
    write,
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    versions: () =>
      readdirSync(join(root, 'src/versions'))
        .filter((name) => /^\d/.test(name))
        .sort(),
    run: (parameters, environment, as = {}) =>
      finish(
        spawn(process.execPath, [bin, ...parameters], { cwd: root, env: environmentOf(environment), ...as }),
      ),
    start: (parameters, environment) =>
      spawn(process.execPath, [bin, ...parameters], { cwd: root, env: environmentOf(environment) }),
    async dispose() {
      rmSync(root, { recursive: true, force: true });
      await database.drop();
    },
  };
}

/** Waits for the end of a process and what it printed. */
export async function finish(child: ChildProcess): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (exitCode) => done({ exitCode, stdout, stderr }));
  });
}

const files = {
  'package.json': '{ "name": "a-project", "private": true }\n',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      module: 'nodenext',
      strict: true,
      noEmit: true,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      skipLibCheck: true,
      types: [],
    },
    include: ['src/models'],
  }),
  'retort.config.ts': `import { defineConfig } from 'retort';

export default defineConfig({
  dataSource: async () => ({ entities: (await import('./src/models')).models }),
  models: 'src/models',
  migrations: 'src/versions',
  typecheck: 'tsconfig.json',
});
`,
  'src/models/index.ts': `import { User } from './user';

export const models = [User];
`,
  'src/models/user.ts': `import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('users')
export class User {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_users' }) id!: number;
  @Column({ type: 'text' }) email!: string;
}
`,
} as const;

/** A migration's file with the SQL that it runs. */
export function migrationSource(timestamp: number, up: readonly string[], down: readonly string[]): string {
  const calls = (statements: readonly string[]) =>
    statements.map((sql) => `    await queryRunner.query(${JSON.stringify(sql)});`).join('\n');
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Migration${timestamp} implements MigrationInterface {
  readonly name = 'Migration${timestamp}';
  async up(queryRunner: QueryRunner): Promise<void> {
${calls(up)}
  }
  async down(queryRunner: QueryRunner): Promise<void> {
${calls(down)}
  }
}
`;
}
