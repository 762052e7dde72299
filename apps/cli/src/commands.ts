import type { CommandLine } from './commands/command-line';

/** A command as the list of commands shows it. How it is typed is loaded when it is chosen. */
interface ListedCommand {
  readonly description: string;
  readonly load: () => CommandLine;
}

/** A module of ours, loaded now: `retort --version` loads none. */
function load<Module>(path: string): Module {
  return require(`./commands/${path}`);
}

/** In the order in which `retort --help` lists them. */
export const commands = {
  setup: {
    description: 'start Postgres and Redis, migrate and seed',
    load: () => ({ run: (context) => load<typeof import('./commands/setup.js')>('setup').setup(context) }),
  },
  prepare: {
    description: 'write the next migration from what changed in the models',
    load: () => load<typeof import('./commands/prepare-line.js')>('prepare-line').prepareLine,
  },
  migrate: {
    description: 'apply the pending migrations',
    load: () => load<typeof import('./commands/migrate-line.js')>('migrate-line').migrateLine,
  },
  downgrade: {
    description: 'undo migrations',
    load: () => load<typeof import('./commands/downgrade-line.js')>('downgrade-line').downgradeLine,
  },
  status: {
    description: 'say where the database stands',
    load: () => ({ run: (context) => load<typeof import('./commands/status.js')>('status').status(context) }),
  },
  history: {
    description: 'list every migration and whether it is applied',
    load: () => ({
      run: (context) => load<typeof import('./commands/history.js')>('history').history(context),
    }),
  },
  sql: {
    description: 'print the SQL from one migration to another, for psql -1; no database is asked',
    load: () => load<typeof import('./commands/sql-line.js')>('sql-line').sqlLine,
  },
  stamp: {
    description: 'write down what is applied, without running anything',
    load: () => load<typeof import('./commands/stamp-line.js')>('stamp-line').stampLine,
  },
  baseline: {
    description: 'write the first migration from a database that has a schema and no history, and stamp it',
    load: () => load<typeof import('./commands/baseline-line.js')>('baseline-line').baselineLine,
  },
  rebase: {
    description: 'move the migrations that are not on a branch behind those that are',
    load: () => load<typeof import('./commands/rebase-line.js')>('rebase-line').rebaseLine,
  },
  protect: {
    description: 'let what can lose data ask for the name of this database',
    load: () => load<typeof import('./commands/protect-line.js')>('protect-line').protectLine,
  },
  check: {
    description: 'fail when the models differ from the migrations (4), or some are pending (3)',
    load: () => load<typeof import('./commands/check-line.js')>('check-line').checkLine,
  },
  verify: {
    description: 'prove the history on a scratch database: every migration up, down and up',
    load: () => ({ run: (context) => load<typeof import('./commands/verify.js')>('verify').verify(context) }),
  },
  seed: {
    description: 'insert the seeds',
    load: () => ({ run: (context) => load<typeof import('./commands/seed.js')>('seed').seed(context) }),
  },
  wipe: {
    description: 'drop the database and leave the server',
    load: () => load<typeof import('./commands/wipe-line.js')>('wipe-line').wipeLine,
  },
  teardown: {
    description: 'stop the services that setup started and remove what they hold',
    load: () => ({
      run: (context) => load<typeof import('./commands/teardown.js')>('teardown').teardown(context),
    }),
  },
  doctor: {
    description: 'check everything that the commands need',
    load: () => ({ run: (context) => load<typeof import('./commands/doctor.js')>('doctor').doctor(context) }),
  },
} as const satisfies Readonly<Record<string, ListedCommand>>;
