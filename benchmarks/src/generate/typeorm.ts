import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { compileTypescript } from '../files/compile-typescript';
import { readFolder } from '../files/read-folder';
import { replaceFolder } from '../files/replace-folder';
import { writeFiles } from '../files/write-files';
import { renderTypeormEntity, renderTypeormModels } from '../forms/typeorm-entity';
import { environmentOf, type Ground, runUnmeasured } from '../ground/ground';
import type { Command } from '../measure/contestant';
import type { Table } from '../schema/table';
import { createEdit } from './edit';
import type { GenerateContestants } from './generate-contestants';
import { type ToolRow, toolContestants } from './tool-contestants';

/** How TypeORM is given its entities. */
interface Flavour {
  readonly name: string;
  readonly id: string;
  readonly cli: string;
  readonly dataSource: string;
  readonly migrations: string;
  readonly flags: readonly string[];
}

const flavours = {
  /** As JavaScript that is compiled beforehand, which is not timed. */
  compiled: {
    name: 'typeorm, precompiled',
    id: 'typeorm_js',
    cli: 'typeorm',
    dataSource: 'dist/data-source.js',
    migrations: 'dist/migrations',
    flags: ['--outputJs'],
  },
  /** As its documentation has it. */
  typescript: {
    name: 'typeorm-ts-node-commonjs',
    id: 'typeorm_ts',
    cli: 'typeorm-ts-node-commonjs',
    dataSource: 'src/data-source.ts',
    migrations: 'src/migrations',
    flags: [],
  },
} satisfies Record<string, Flavour>;

/** `typeorm migration:generate`. */
export async function makeTypeorm(
  ground: Ground,
  tables: readonly Table[],
  flavourName: keyof typeof flavours,
): Promise<GenerateContestants> {
  const flavour: Flavour = flavours[flavourName];
  const root = join(ground.folder, `generate-${flavour.id}`);
  const emptyUrl = await ground.databases.create(`${flavour.id}_empty`);
  const fullUrl = await ground.databases.create(`${flavour.id}_full`);
  writeProject(root, ground, tables);
  await migrateFully(ground, root, fullUrl);

  const migrations = join(root, flavour.migrations);
  const edit = createEdit(tables, (_number, table) => writeModel(root, table, tables));
  const generate = (url: string, ...flags: readonly string[]) =>
    command(ground, root, url, flavour, [
      ...['migration:generate', '-d', flavour.dataSource],
      ...[`${flavour.migrations}/Benchmark`, ...flavour.flags, ...flags],
    ]);
  const restore = () => {
    edit.undo();
    replaceFolder(migrations);
  };
  const row = (generating: Command): ToolRow => ({
    command: generating,
    restore,
    readWritten: () => readFolder(migrations),
  });
  const contestants = toolContestants({
    name: flavour.name,
    side: 'theirs',
    tables,
    edit,
    first: row(generate(emptyUrl)),
    changed: row(generate(fullUrl)),
    unchanged: row(generate(fullUrl, '--check')),
    findUnchangedFault: ({ stdout, stderr }) =>
      `${stdout}${stderr}`.includes('No changes') ? undefined : 'it did not say that nothing changed',
  });
  return { ...contestants, migratedUrl: fullUrl };
}

function command(
  { peers }: Ground,
  root: string,
  url: string,
  { cli }: Flavour,
  parameters: readonly string[],
): Command {
  return {
    parameters: [peers.program('typeorm', cli), ...parameters],
    folder: root,
    environment: environmentOf(root, url),
  };
}

async function migrateFully(ground: Ground, root: string, url: string): Promise<void> {
  const { compiled } = flavours;
  const run = (parameters: readonly string[]) =>
    runUnmeasured(ground, command(ground, root, url, compiled, parameters));
  await run(['migration:generate', '-d', compiled.dataSource, `${compiled.migrations}/First`, '--outputJs']);
  await run(['migration:run', '-d', compiled.dataSource]);
}

function writeProject(root: string, { peers }: Ground, tables: readonly Table[]): void {
  mkdirSync(root, { recursive: true });
  symlinkSync(peers.nodeModules, join(root, 'node_modules'));
  writeFiles(root, {
    'package.json': '{ "name": "benchmark", "private": true }\n',
    'tsconfig.json': tsconfig,
  });
  writeBoth(root, 'data-source', dataSource);
  writeBoth(root, 'models/index', renderTypeormModels(tables));
  for (const table of tables) writeModel(root, table, tables);
}

function writeModel(root: string, table: Table, tables: readonly Table[]): void {
  writeBoth(root, `models/${table.name}`, renderTypeormEntity(table, tables));
}

/** Writes a module as TypeScript and as what it compiles to. */
function writeBoth(root: string, module: string, source: string): void {
  writeFiles(root, {
    [`src/${module}.ts`]: source,
    [`dist/${module}.js`]: compileTypescript(source, `${module}.ts`),
  });
}

const dataSource = `import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { models } from './models';

export default new DataSource({
  type: 'postgres',
  url: process.env.POSTGRES_URL,
  entities: models,
  migrations: [__dirname + '/migrations/*.js'],
});
`;

const tsconfig = JSON.stringify({
  compilerOptions: {
    target: 'es2022',
    module: 'commonjs',
    strict: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    esModuleInterop: true,
    skipLibCheck: true,
    types: ['node'],
  },
});
