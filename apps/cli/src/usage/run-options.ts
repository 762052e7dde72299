import { type Command, Option } from 'commander';

/** The options that several commands have. */
export const runOptions = {
  plan: () => new Option('--plan', 'only print what would run, in order').conflicts(['sql', 'rehearse']),
  script: () =>
    new Option('--sql', 'only print a script that does the same: psql -1 -v ON_ERROR_STOP=1 -f …').conflicts(
      'rehearse',
    ),
  rehearse: () =>
    new Option(
      '--rehearse',
      'run it in one transaction, say what it locks, rewrites and changes, and roll it back',
    ),
  lockTimeout: () =>
    new Option('--lock-timeout <duration>', 'how long another runner is waited for (default: 30s)'),
  onLocked: () =>
    new Option('--on-locked <what>', 'while another runner works: wait, fail (7) or skip (0)').default(
      'wait',
    ),
  confirm: () =>
    new Option(
      '--confirm <database>',
      'the name of the database, typed: needed where it is protected or not on this machine',
    ),
} as const;

/** Adds to a command that runs migrations how long it waits, and for what. */
export function addPatience(command: Command): Command {
  return command
    .addOption(runOptions.lockTimeout())
    .addOption(runOptions.onLocked())
    .option('--statement-lock-timeout <duration>', 'how long a statement waits for a lock (default: 3s)')
    .option('--statement-timeout <duration>', 'how long a statement may run (default: no limit)')
    .option(
      '--lock-retries <number>',
      'how often a migration that gets no lock, or cannot be serialized, is tried again (default: 10)',
    );
}
