import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

export const filters = { externalTables: [], externalEnums: [] };

/** Prisma's schema engine on the database of POSTGRES_URL. */
export async function openEngine(datamodels) {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(path), {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  // The engine tells this why it gives up.
  global.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  const pool = new pg.Pool({ connectionString: process.env.POSTGRES_URL });
  const factory = new PrismaPg(pool);
  await teachCharacters(factory);
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
}

const internalCharacter = 18;
const text = 25;

// The adapter refuses columns of the catalog's type "char", which the engine asks for when it reads a database.
async function teachCharacters(factory) {
  const adapter = await factory.connect();
  const queryable = Object.getPrototypeOf(Object.getPrototypeOf(adapter));
  const { queryRaw } = queryable;
  queryable.queryRaw = async function (query) {
    const characters = [];
    const performIO = async (asked) => {
      const result = await this.performIO(asked);
      for (const [index, field] of result.fields.entries()) {
        if (field.dataTypeID !== internalCharacter) continue;
        characters.push(index);
        field.dataTypeID = text;
      }
      return result;
    };
    const answer = await queryRaw.call(Object.create(this, { performIO: { value: performIO } }), query);
    for (const index of characters) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
}
