import { queryOne } from '../ground/databases';
import { type Ground, runUnmeasured } from '../ground/ground';
import type { Command, Contestant } from '../measure/contestant';
import { countStepsSql } from './make-steps';

/** A tool with its project of small migrations on disk. */
export interface Runner {
  readonly name: string;
  readonly id: string;
  readonly side: 'ours' | 'theirs';
  /** Applies what is pending in the database of that URL. */
  readonly apply: (url: string) => Command;
  /** Says what is applied and what is pending; undefined where the tool has no such command. */
  readonly status: ((url: string) => Command) | undefined;
  /** Removes what the tool has kept; undefined: it may keep it. */
  readonly forget?: () => void;
}

/** How one tool takes part in the three rows about running migrations. */
export interface MigrateContestants {
  readonly apply: Contestant;
  readonly nothing: Contestant;
  readonly status: Contestant | undefined;
}

/** Makes the contestants of a tool. Each run from nothing has a fresh database. */
export async function makeContestants(
  ground: Ground,
  runner: Runner,
  steps: number,
): Promise<MigrateContestants> {
  const { name, id, side, apply, status, forget = () => undefined } = runner;
  const appliedUrl = await ground.databases.create(`${id}_applied`);
  await runUnmeasured(ground, apply(appliedUrl));
  const freshUrl = await ground.databases.create(`${id}_fresh`);
  const findFault = async (url: string) => {
    const { steps: made } = await queryOne<{ steps: number }>(url, countStepsSql);
    return made === steps - 1 ? undefined : `it applied ${made + 1} migrations instead of ${steps}`;
  };
  const onApplied = (command: Command): Contestant => ({
    name,
    side,
    command,
    reset: async () => forget(),
    findFault: () => findFault(appliedUrl),
  });
  return {
    apply: {
      name,
      side,
      command: apply(freshUrl),
      reset: async () => {
        forget();
        await ground.databases.create(`${id}_fresh`);
      },
      findFault: () => findFault(freshUrl),
    },
    nothing: onApplied(apply(appliedUrl)),
    status: status === undefined ? undefined : onApplied(status(appliedUrl)),
  };
}
