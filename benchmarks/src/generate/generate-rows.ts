import { readObjectCounts } from '../ground/databases';
import type { Ground } from '../ground/ground';
import { orLeaveOut } from '../ground/or-leave-out';
import type { PreparedRows } from '../ground/prepared-rows';
import type { Failure } from '../measure/measure-row';
import { refuseOldNode } from '../peers/refuse-old-node';
import { countObjects, describeDifference } from '../schema/count-objects';
import type { Table } from '../schema/table';
import type { PeerName } from '../settings/read-settings';
import { makeDrizzle } from './drizzle';
import type { GenerateContestants } from './generate-contestants';
import { makeMikroOrm } from './mikro-orm';
import { makePrisma } from './prisma';
import { makeRetort } from './retort';
import { makeTypeorm } from './typeorm';

type Make = (
  ground: Ground,
  tables: readonly Table[],
  all: ReadonlySet<PeerName>,
) => Promise<GenerateContestants>;

const makers: Partial<Record<PeerName, Make>> = {
  retort: (ground, tables, all) => makeRetort(ground, tables, { typesChecked: all.has('typeorm-ts') }),
  typeorm: (ground, tables) => makeTypeorm(ground, tables, 'compiled'),
  'typeorm-ts': (ground, tables) => makeTypeorm(ground, tables, 'typescript'),
  drizzle: makeDrizzle,
  'mikro-orm': async (ground, tables) => {
    refuseOldNode(process.versions.node);
    return makeMikroOrm(ground, tables);
  },
  prisma: makePrisma,
};

/** The rows about writing a migration: the first, after one changed column, and when nothing changed. */
export async function prepareGenerateRows(
  ground: Ground,
  tables: readonly Table[],
  peers: ReadonlySet<PeerName>,
): Promise<PreparedRows> {
  const all: GenerateContestants[] = [];
  const leftOut: Failure[] = [];
  const notes: string[] = [];
  for (const peer of peers) {
    const make = makers[peer];
    if (make === undefined) continue;
    const outcome = await orLeaveOut(peer, peer === 'retort' ? 'ours' : 'theirs', () =>
      make(ground, tables, peers),
    );
    if (outcome.kind === 'leftOut') {
      leftOut.push(outcome.failure);
      continue;
    }
    all.push(outcome.made);
    const difference = describeDifference(
      countObjects(tables),
      await readObjectCounts(outcome.made.migratedUrl),
    );
    if (difference !== undefined) notes.push(`${peer} made not quite the same: ${difference}`);
  }
  const size = `${tables.length} tables`;
  return {
    rows: [
      { title: `First migration, ${size}`, contestants: all.flatMap(({ first }) => first) },
      { title: `One changed column, ${size}`, contestants: all.flatMap(({ changed }) => changed) },
      { title: `Nothing changed, ${size}`, contestants: all.flatMap(({ unchanged }) => unchanged) },
    ],
    leftOut,
    notes,
  };
}
