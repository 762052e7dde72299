import { type LockOptions, type Patience, RetortError } from '@retort/engine/runner';
import type { Project } from '../config/read-config';
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
  { project }: Pick<Context, 'project'>,
  flags: PatienceFlags,
): Patience & Pick<LockOptions, 'lockTimeoutMs'> {
  const lockTimeoutMs = readOnLocked(flags) === 'wait' ? typedMs(flags, 'lockTimeout') : 0;
  const statementLockTimeoutMs = typedMs(flags, 'statementLockTimeout') ?? settingMs(project, 'lockTimeout');
  const statementTimeoutMs = typedMs(flags, 'statementTimeout') ?? settingMs(project, 'statementTimeout');
  return {
    ...(lockTimeoutMs === undefined ? {} : { lockTimeoutMs }),
    ...(statementLockTimeoutMs === undefined ? {} : { statementLockTimeoutMs }),
    ...(statementTimeoutMs === undefined ? {} : { statementTimeoutMs }),
    ...(flags.lockRetries === undefined ? {} : { lockRetries: readRetries(flags.lockRetries) }),
  };
}

const flagNames = {
  lockTimeout: '--lock-timeout',
  statementLockTimeout: '--statement-lock-timeout',
  statementTimeout: '--statement-timeout',
} as const;

function typedMs(flags: PatienceFlags, key: keyof typeof flagNames): number | undefined {
  const text = flags[key];
  const flag = flagNames[key];
  return text === undefined
    ? undefined
    : parseDuration(text, { at: flag, written: (duration) => `${flag} ${duration}` });
}

function settingMs(
  { config, configPath }: Project,
  name: 'lockTimeout' | 'statementTimeout',
): number | undefined {
  const text = config[name];
  return text === undefined
    ? undefined
    : parseDuration(text, {
        at: `${name} in ${configPath}`,
        written: (duration) => `${name}: '${duration}'`,
      });
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
