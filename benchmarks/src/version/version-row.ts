import { environmentOf, type Ground } from '../ground/ground';
import { orLeaveOut } from '../ground/or-leave-out';
import type { PreparedRows } from '../ground/prepared-rows';
import type { Contestant } from '../measure/contestant';
import { refuseOldNode } from '../peers/refuse-old-node';
import type { PeerName } from '../settings/read-settings';

/** `--version` of everybody who has a command line: what a command costs before it does anything. */
export async function prepareVersionRow(ground: Ground, peers: ReadonlySet<PeerName>): Promise<PreparedRows> {
  const contestant = (name: string, side: Contestant['side'], parameters: readonly string[]): Contestant => ({
    name,
    side,
    command: { parameters, folder: ground.folder, environment: environmentOf(ground.folder, '') },
    reset: async () => undefined,
    findFault: async () => undefined,
  });
  const contestants = [contestant('node itself', 'theirs', ['--eval', '0'])];
  const leftOut = [];
  for (const peer of peers) {
    const parameters = await orLeaveOut(peer, 'theirs', async () => findProgram(ground, peer));
    if (parameters.kind === 'leftOut') leftOut.push(parameters.failure);
    else if (parameters.made !== undefined) {
      const side = peer === 'retort' ? 'ours' : 'theirs';
      contestants.push(contestant(nameOf(peer), side, [parameters.made, '--version']));
    }
  }
  return { rows: [{ title: '--version', contestants }], leftOut, notes: [] };
}

function findProgram({ tools, peers }: Ground, peer: PeerName): string | undefined {
  switch (peer) {
    case 'retort':
      return tools.program;
    case 'typeorm':
      return peers.program('typeorm', 'typeorm');
    case 'typeorm-ts':
      return peers.program('typeorm', 'typeorm-ts-node-commonjs');
    case 'drizzle':
      return peers.program('drizzle-kit', 'drizzle-kit');
    case 'mikro-orm':
      refuseOldNode(process.versions.node);
      return peers.program('@mikro-orm/cli', 'mikro-orm');
    case 'node-pg-migrate':
      return peers.program('node-pg-migrate', 'node-pg-migrate');
    // They are called as libraries here.
    case 'prisma':
    case 'pg':
    case 'umzug':
      return undefined;
  }
}

function nameOf(peer: PeerName): string {
  return peer === 'drizzle' ? 'drizzle-kit' : peer;
}
