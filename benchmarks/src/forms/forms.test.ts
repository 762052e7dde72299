import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer, type TestServer } from '@retort/services/testing';
import { DataSource } from 'typeorm';
import { compileTypescript } from '../files/compile-typescript';
import { writeFiles } from '../files/write-files';
import { openDatabases, readObjectCounts } from '../ground/databases';
import { locateTools } from '../peers/locate-tools';
import { countObjects } from '../schema/count-objects';
import { makeTables } from '../schema/make-tables';
import { indexedColumns, indexName, type Table } from '../schema/table';
import { className } from './class-name';
import { renderDrizzleTable } from './drizzle-table';
import { renderMikroEntity } from './mikro-entity';
import { renderPrismaSchema } from './prisma-schema';
import { renderTypeormEntity, renderTypeormModels } from './typeorm-entity';

const tables = makeTables(30, 1);

const forms: Readonly<Record<string, (table: Table) => string>> = {
  typeorm: (table) => renderTypeormEntity(table, tables),
  drizzle: (table) => renderDrizzleTable(table, tables),
  'mikro-orm': (table) => renderMikroEntity(table, tables),
  prisma: (table) => blocksOf(table).join('\n'),
};

/** The blocks of the one schema that are about a table: its model, and its enum. */
function blocksOf({ name }: Table): readonly string[] {
  const blocks = renderPrismaSchema(tables).split(/^}\n/m);
  return blocks.filter((block) => new RegExp(`^\\n?(model|enum) ${className(name)}(Status)? {`).test(block));
}

describe.each(Object.entries(forms))('the form of %s', (_name, render) => {
  it.each(tables.map((table) => [table.name, table] as const))('has everything of %s', (_table, table) => {
    const text = render(table);
    const names = [
      table.name,
      ...['id', 'code', 'status', 'created_at', 'updated_at'],
      ...table.columns.map(({ name }) => name),
      ...table.references.map(({ column }) => column),
      ...indexedColumns.map((columns) => indexName(table.name, columns)),
      ...(table.status === undefined ? [] : [table.status.name, ...table.status.labels]),
    ];
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });
});

describe('the form of typeorm', () => {
  let server: TestServer;
  let folder: string;

  beforeAll(async () => {
    server = await startTestServer();
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'retort-benchmark-test-')));
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await server.stop();
  });

  it('makes just as much as is counted', async () => {
    writeFiles(folder, {
      'models/index.js': compileTypescript(renderTypeormModels(tables), 'index.ts'),
      ...Object.fromEntries(
        tables.map((table) => [
          `models/${table.name}.js`,
          compileTypescript(renderTypeormEntity(table, tables), `${table.name}.ts`),
        ]),
      ),
    });
    writeFiles(folder, { 'node_modules/.here': '' });
    symlinkSync(locateTools().typeorm, join(folder, 'node_modules', 'typeorm'));
    const databases = await openDatabases(server.url);
    const url = await databases.create('typeorm_form');
    const { models } = jest.requireActual<{ models: (new () => object)[] }>(
      join(folder, 'models', 'index.js'),
    );
    const dataSource = new DataSource({ type: 'postgres', url, entities: models, synchronize: true });
    await dataSource.initialize();
    await dataSource.destroy();
    await databases.admin.end();
    const counts = countObjects(tables);
    expect(counts.enums).toBe(6);
    expect(await readObjectCounts(url)).toEqual(counts);
  });
});
