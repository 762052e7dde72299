import { withConnection } from '../connect/connect';
import { runEach, runStatements, StatementRefused } from '../connect/run-statements';
import { isDatabaseError } from '../errors/is-database-error';
import { RetortError } from '../errors/retort-error';
import type { Operation } from '../operations/operation';
import { renderOperation } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import { buildStart } from '../part/build-start';
import { partAround } from '../part/find-part';
import { restrictSchema } from '../part/restrict-schema';
import { spliceSchema } from '../part/splice-schema';
import { UnitBook } from '../part/unit';
import { type ReadOptions, readSchema, readSchemaInTransaction } from '../read/read-schema';
import { listDifferences } from '../schema/list-differences';
import type { Schema } from '../schema/schema';
import type { ScratchSlot } from '../scratch/scratch-slot';
import type { Origin } from './origin';

export interface Renaming {
  readonly origin: Origin;
  readonly operations: readonly Operation[];
  readonly read: ReadOptions;
  readonly slot: ScratchSlot;
}

/** What Postgres makes of the schema when things get their new names: every expression in it follows. */
export async function readRenamed(renaming: Renaming): Promise<Schema> {
  const { origin, operations, read } = renaming;
  const inPart = await readRenamedPart(renaming);
  if (inPart !== undefined) return inPart;
  return origin.withDatabase((url) =>
    withConnection(url, async (client) => {
      await runStatements(client, operations.flatMap(renderOperation)).catch(explainRenames);
      return readSchema(client, read);
    }),
  );
}

/** A table takes its indexes along, whose names may be taken where it goes. */
function explainRenames(error: unknown): never {
  if (!(error instanceof StatementRefused)) throw error;
  throw new RetortError({
    what: `Postgres refuses the new names: ${error.message}`,
    at: error.statement.sql,
    next: 'Give what is in the way another name in a migration of its own first: make db-prepare MSG="…" MANUAL=1',
    kind: 'settings',
    cause: error.cause,
  });
}

async function readRenamedPart({ origin, operations, read, slot }: Renaming): Promise<Schema | undefined> {
  const { schema } = origin;
  if (schema.unmodelled.length > 0 || operations.some(({ kind }) => kind === 'moveToSchema'))
    return undefined;
  const book = UnitBook.of(schema);
  const named = operations.flatMap((operation) =>
    effectsOf(operation).frees.map((address) => book.unitOf(address)),
  );
  const part = partAround(schema, named);
  const start = restrictSchema(schema, part);
  try {
    return await slot.tryOut(async (client) => {
      await buildStart(client, start);
      if (
        listDifferences(await readSchemaInTransaction(client, { ...read, prepared: true }), start).length > 0
      )
        return undefined;
      await runEach(client, operations.flatMap(renderOperation));
      return spliceSchema(schema, part, await readSchemaInTransaction(client, { ...read, prepared: true }));
    });
  } catch (error) {
    if (error instanceof StatementRefused || isDatabaseError(error)) return undefined;
    throw error;
  }
}
