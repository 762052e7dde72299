import type { Ground } from '../ground/ground';
import { orLeaveOut } from '../ground/or-leave-out';
import type { PreparedRows } from '../ground/prepared-rows';
import type { Failure } from '../measure/measure-row';
import { refuseOldNode } from '../peers/refuse-old-node';
import type { PeerName } from '../settings/read-settings';
import { type MigrateContestants, makeContestants, type Runner } from './make-contestants';
import { makeSteps, type Step } from './make-steps';
import { makePeerRunner } from './peer-runners';
import { makeRetortRunners } from './retort';

/** The rows about running migrations: all of them, none that is left, and asking. */
export async function prepareMigrateRows(
  ground: Ground,
  count: number,
  peers: ReadonlySet<PeerName>,
): Promise<PreparedRows> {
  const steps = makeSteps(count);
  const all: MigrateContestants[] = [];
  const leftOut: Failure[] = [];
  for (const peer of peers) {
    const side = peer === 'retort' ? 'ours' : 'theirs';
    const outcome = await orLeaveOut(peer, side, () => makeAll(ground, peer, steps));
    if (outcome.kind === 'made') all.push(...outcome.made);
    else leftOut.push(outcome.failure);
  }
  const size = `${count} migrations`;
  return {
    rows: [
      { title: `Apply ${size} from nothing`, contestants: all.map(({ apply }) => apply) },
      { title: `Nothing to do, ${size} applied`, contestants: all.map(({ nothing }) => nothing) },
      {
        title: `Status, ${size} applied`,
        contestants: all.flatMap(({ status }) => (status === undefined ? [] : [status])),
      },
    ],
    leftOut,
    notes: [],
  };
}

async function makeAll(
  ground: Ground,
  peer: PeerName,
  steps: readonly Step[],
): Promise<readonly MigrateContestants[]> {
  const made: MigrateContestants[] = [];
  for (const runner of makeRunners(ground, peer, steps)) {
    made.push(await makeContestants(ground, runner, steps.length));
  }
  return made;
}

function makeRunners(ground: Ground, peer: PeerName, steps: readonly Step[]): readonly Runner[] {
  if (peer === 'retort') return makeRetortRunners(ground, steps);
  if (peer === 'mikro-orm') refuseOldNode(process.versions.node);
  return [makePeerRunner(ground, peer, steps)];
}
