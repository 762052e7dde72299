import type { CommandLine } from './command-line';

/** A command as the list of commands shows it. How it is typed is loaded when it is chosen. */
interface ListedCommand {
  readonly description: string;
  readonly load: () => CommandLine;
}

/** In the order in which `retort --help` lists them; `retort --version` loads none. */
export const commands = {
  setup: {
    description: 'start Postgres and Redis, migrate and seed',
    load: () => ({
      run: (context) =>
        (require('../commands/setup') as typeof import('../commands/setup.js')).setup(context),
    }),
  },
  prepare: {
    description: 'write the next migration from what changed in the models',
    load: () => (require('./prepare-line') as typeof import('./prepare-line.js')).prepareLine,
  },
  migrate: {
    description: 'apply the pending migrations',
    load: () => (require('./migrate-line') as typeof import('./migrate-line.js')).migrateLine,
  },
  downgrade: {
    description: 'undo migrations',
    load: () => (require('./downgrade-line') as typeof import('./downgrade-line.js')).downgradeLine,
  },
  status: {
    description: 'say where the database stands',
    load: () => ({
      run: (context) =>
        (require('../commands/status') as typeof import('../commands/status.js')).status(context),
    }),
  },
  history: {
    description: 'list every migration and whether it is applied',
    load: () => ({
      run: (context) =>
        (require('../commands/history') as typeof import('../commands/history.js')).history(context),
    }),
  },
  sql: {
    description: 'print the SQL from one migration to another, for psql -1; no database is asked',
    load: () => (require('./sql-line') as typeof import('./sql-line.js')).sqlLine,
  },
  stamp: {
    description: 'write down what is applied, without running anything',
    load: () => (require('./stamp-line') as typeof import('./stamp-line.js')).stampLine,
  },
  baseline: {
    description: 'write the first migration from a database that has a schema and no history, and stamp it',
    load: () => (require('./baseline-line') as typeof import('./baseline-line.js')).baselineLine,
  },
  rebase: {
    description: 'move the migrations that are not on a branch behind those that are',
    load: () => (require('./rebase-line') as typeof import('./rebase-line.js')).rebaseLine,
  },
  protect: {
    description: 'let what can lose data ask for the name of this database',
    load: () => (require('./protect-line') as typeof import('./protect-line.js')).protectLine,
  },
  check: {
    description:
      'fail when the models differ from the migrations (4), some are pending (3), or the database drifted (5)',
    load: () => (require('./check-line') as typeof import('./check-line.js')).checkLine,
  },
  verify: {
    description: 'prove the history on a scratch database: every migration up, down and up',
    load: () => ({
      run: (context) =>
        (require('../commands/verify') as typeof import('../commands/verify.js')).verify(context),
    }),
  },
  lint: {
    description: 'look at the migrations as a reviewer would, without a database',
    load: () => (require('./lint-line') as typeof import('./lint-line.js')).lintLine,
  },
  seed: {
    description: 'insert the seeds',
    load: () => ({
      run: (context) => (require('../commands/seed') as typeof import('../commands/seed.js')).seed(context),
    }),
  },
  wipe: {
    description: 'drop the database and leave the server',
    load: () => (require('./wipe-line') as typeof import('./wipe-line.js')).wipeLine,
  },
  teardown: {
    description: 'stop the services that setup started and remove what they hold',
    load: () => ({
      run: (context) =>
        (require('../commands/teardown') as typeof import('../commands/teardown.js')).teardown(context),
    }),
  },
  doctor: {
    description: 'check everything that the commands need',
    load: () => ({
      run: (context) =>
        (require('../commands/doctor') as typeof import('../commands/doctor.js')).doctor(context),
    }),
  },
} as const satisfies Readonly<Record<string, ListedCommand>>;
