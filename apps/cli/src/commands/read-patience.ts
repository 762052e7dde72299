import { type LockOptions, type Patience, RetortError } from '@retort/engine/runner';
import type { Context } from '../context';
import { parseDuration } from '../output/parse-duration';

/** How long a run waits, as it is typed. */
export interface PatienceFlags {
  readonly lockTimeout?: string;
  readonly onLocked?: string;
  readonly statementLockTimeout?: string;
  readonly statementTimeout?: string;
  readonly lockRetries?: string;
}

export type OnLocked = 'wait' | 'fail' | 'skip';

/** What was typed, else what the settings say. @throws RetortError of kind `settings` */
export function readPatience(
  { project: { config } }: Pick<Context, 'project'>,
  flags: PatienceFlags,
): Patience & Pick<LockOptions, 'lockTimeoutMs'> {
  const statementLock = flags.statementLockTimeout ?? config.lockTimeout;
  const statement = flags.statementTimeout ?? config.statementTimeout;
  return {
    ...(readOnLocked(flags) === 'wait'
      ? flags.lockTimeout === undefined
        ? {}
        : { lockTimeoutMs: parseDuration(flags.lockTimeout, '--lock-timeout') }
      : { lockTimeoutMs: 0 }),
    ...(statementLock === undefined
      ? {}
      : { statementLockTimeoutMs: parseDuration(statementLock, '--statement-lock-timeout') }),
    ...(statement === undefined
      ? {}
      : { statementTimeoutMs: parseDuration(statement, '--statement-timeout') }),
    ...(flags.lockRetries === undefined ? {} : { lockRetries: readRetries(flags.lockRetries) }),
  };
}

/** @throws RetortError of kind `settings` where it is none of the three. */
export function readOnLocked({ onLocked = 'wait' }: PatienceFlags): OnLocked {
  if (onLocked === 'wait' || onLocked === 'fail' || onLocked === 'skip') return onLocked;
  throw new RetortError({
    what: `${JSON.stringify(onLocked)} is nothing that can be done while another runner works.`,
    at: '--on-locked',
    next: 'Say wait, fail or skip: --on-locked skip',
    kind: 'settings',
  });
}

function readRetries(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new RetortError({
    what: `${JSON.stringify(text)} is no number of retries.`,
    at: '--lock-retries',
    next: 'Say how often: --lock-retries 10',
    kind: 'settings',
  });
}
