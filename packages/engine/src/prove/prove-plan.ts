import { withConnection } from '../connect/connect';
import { liftTimeouts } from '../connect/lift-timeouts';
import type { Unmanaged } from '../desired/desired';
import { leaveOutUnmanaged } from '../desired/leave-out-unmanaged';
import { isDatabaseError } from '../errors/is-database-error';
import { RetortError } from '../errors/retort-error';
import { buildStart } from '../part/build-start';
import type { Part } from '../part/find-part';
import { restrictSchema } from '../part/restrict-schema';
import { spliceSchema } from '../part/splice-schema';
import { namedUnit } from '../part/unit';
import type { PlannedFile } from '../plan/plan';
import { type ReadOptions, readSchema } from '../read/read-schema';
import { together } from '../read/together';
import { listDifferences } from '../schema/list-differences';
import type { Schema } from '../schema/schema';
import type { ScratchSlot } from '../scratch/scratch-slot';
import { countCatalog } from './count-catalog';
import type { Origin } from './origin';
import { proveMigration } from './prove-migration';

export interface PlanProof {
  readonly origin: Origin;
  /** What the history made and is compared. */
  readonly from: Schema;
  readonly to: Schema;
  /** What the plan can touch. */
  readonly part: Part;
  readonly files: readonly PlannedFile[];
  readonly unmanaged: Unmanaged;
  readonly read: ReadOptions;
  readonly slot: ScratchSlot;
}

/**
 * Proves a plan on what it can touch, built from what was read of `from`. Where that part cannot be had by itself, or
 * the proof does not hold there, the whole database of `from` decides. Returns all that is there after the way up.
 *
 * @throws RetortError when the proof does not hold.
 */
export async function provePlan(proof: PlanProof): Promise<Schema> {
  return (await proveOnPart(proof)) ?? proveOnWhole(proof);
}

async function proveOnWhole({ origin, from, to, files, unmanaged, read }: PlanProof): Promise<Schema> {
  const compared = (schema: Schema) => leaveOutUnmanaged(schema, unmanaged);
  return origin.withDatabase((url) =>
    withConnection(url, async (client) => {
      await liftTimeouts(client);
      return proveMigration({ client, from, to, files, read, compared, mayHaveRows: true });
    }),
  );
}

async function proveOnPart(proof: PlanProof): Promise<Schema | undefined> {
  const { origin, part, files, unmanaged, read, slot } = proof;
  if (origin.schema.unmodelled.length > 0 || proof.to.unmodelled.length > 0) return undefined;
  if (await origin.hasRows(tablesIn(origin.schema, part))) return undefined;
  const compared = (schema: Schema) => leaveOutUnmanaged(schema, unmanaged);
  const start = restrictSchema(origin.schema, part);
  const from = compared(start);
  const to = restrictSchema(proof.to, part);
  try {
    return await slot.useUp(async (client) => {
      const [, begun, countedBefore] = await together(
        buildStart(client, start),
        readSchema(client, { ...read, prepared: true }),
        countCatalog(client),
      );
      if (listDifferences(compared(begun), from).length > 0) return undefined;
      const next = await proveMigration({
        client,
        from,
        to,
        files,
        read,
        compared,
        mayHaveRows: false,
        countedBefore,
      });
      return spliceSchema(origin.schema, part, next);
    });
  } catch (error) {
    const isOfTheProof = error instanceof RetortError && error.kind !== 'interrupted';
    if (isOfTheProof || isDatabaseError(error)) return undefined;
    throw error;
  }
}

function tablesIn({ tables }: Schema, part: Part) {
  return tables.filter((table) => part.has(namedUnit('table', table)));
}
