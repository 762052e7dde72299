import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, writeFiles } from '../files/write-files';
import { renderTypeormEntity, renderTypeormModels } from '../forms/typeorm-entity';
import type { Tools } from '../peers/locate-tools';
import type { Table } from '../schema/table';

export interface RetortProject {
  readonly tables: readonly Table[];
  /** Check the types of the entities before anything is written. */
  readonly typecheck: boolean;
}

/** Writes a project as the documentation of `retort` has it, without history and without anything cached. */
export function writeRetortProject(
  root: string,
  { retort, typeorm, typescript }: Tools,
  { tables, typecheck }: RetortProject,
): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  for (const [name, target] of Object.entries({ retort, typeorm, typescript })) {
    symlinkSync(target, join(root, 'node_modules', name));
  }
  mkdirSync(join(root, 'src', 'versions'), { recursive: true });
  writeFiles(root, {
    'package.json': '{ "name": "benchmark", "private": true }\n',
    'tsconfig.json': tsconfig,
    'retort.config.ts': renderConfig(typecheck),
    ...renderModels(tables),
  });
}

/** Writes the model of one table. */
export function writeRetortModel(root: string, table: Table, tables: readonly Table[]): void {
  writeFiles(root, { [modelPath(table)]: renderTypeormEntity(table, tables) });
}

function renderModels(tables: readonly Table[]): Files {
  return {
    'src/models/index.ts': renderTypeormModels(tables),
    ...Object.fromEntries(tables.map((table) => [modelPath(table), renderTypeormEntity(table, tables)])),
  };
}

function modelPath({ name }: Table): string {
  return `src/models/${name}.ts`;
}

function renderConfig(typecheck: boolean): string {
  return `import { defineConfig } from 'retort';

export default defineConfig({
  dataSource: async () => ({ entities: (await import('./src/models')).models }),
  models: 'src/models',
  migrations: 'src/versions',${typecheck ? "\n  typecheck: 'tsconfig.json'," : ''}
});
`;
}

const tsconfig = JSON.stringify({
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
});
