import { Command, Option } from 'commander';
import type { Context, Invocation } from './context';
import type { ExitCode } from './output/exit-code';

export const version: string = require('../package.json').version;

/** A command's work, to be done once its reporter is known. */
export type Run = (invocation: Invocation) => Promise<ExitCode>;

export interface Selected {
  readonly json: boolean | 'lines';
  readonly configPath: string | undefined;
  readonly run: Run;
}

const exitCodesHelp = `
Exit codes:
  0 done, or nothing to do    1 failed              2 usage or settings
  3 migrations are pending    4 the models differ   5 the database drifted
  6 refused                   7 locked              8 the history is in conflict
  9 an answer is needed       130 interrupted

Environment:
  POSTGRES_URL, REDIS_URL     else .env, else the services that retort setup started
  NO_COLOR                    no colours
`;

interface PrepareOptionValues {
  readonly message?: string;
  readonly manual?: boolean;
  readonly online?: boolean;
  readonly rename?: readonly string[];
  readonly allow?: readonly string[];
  readonly backfill?: readonly string[];
  readonly using?: readonly string[];
  readonly map?: readonly string[];
  readonly confirm?: string;
}

interface StampOptionValues {
  readonly purge?: boolean;
  readonly confirm?: string;
  readonly lockTimeout?: string;
  readonly onLocked?: string;
}

/** A command is loaded when it is run: `retort --version` loads none. */
function load<Module>(path: string): Module {
  return require(path);
}

const plan = () => new Option('--plan', 'only print what would run, in order');
const script = () =>
  new Option('--sql', 'only print a script that does the same: psql -1 -v ON_ERROR_STOP=1 -f …');
const rehearse = () =>
  new Option(
    '--rehearse',
    'run it in one transaction, say what it locks, rewrites and changes, and roll it back',
  );
const lockTimeout = () =>
  new Option('--lock-timeout <duration>', 'how long another runner is waited for (default: 30s)');
const onLocked = () =>
  new Option('--on-locked <what>', 'while another runner works: wait, fail (7) or skip (0)').default('wait');
const statementLockTimeout = () =>
  new Option('--statement-lock-timeout <duration>', 'how long a statement waits for a lock (default: 3s)');
const statementTimeout = () =>
  new Option('--statement-timeout <duration>', 'how long a statement may run (default: no limit)');
const lockRetries = () =>
  new Option(
    '--lock-retries <number>',
    'how often a migration that gets no lock is tried again (default: 10)',
  );
const confirm = () =>
  new Option(
    '--confirm <database>',
    'the name of the database, typed: needed where it is protected or not local',
  );

/** The command line. `select` is called with the command that was chosen: each loads only what it uses. */
export function createProgram(select: (selected: Selected) => void): Command {
  const program = new Command('retort')
    .description('Migrations for PostgreSQL on TypeORM entities')
    .version(version)
    .option('--config <file>', 'the settings, where they are not the nearest retort.config.ts')
    .option('--json', 'print one JSON document on stdout; lines for people go to stderr')
    .option('--json-lines', 'print a JSON document a line: what happens while it happens, then the result')
    .addHelpText('after', exitCodesHelp)
    .showHelpAfterError('(retort --help lists the commands)')
    .configureHelp({ showGlobalOptions: true });

  const command = <Flags>(
    name: string,
    description: string,
    find: () => (context: Context, flags: Flags, given: readonly string[]) => Promise<ExitCode>,
  ) =>
    program
      .command(name)
      .description(description)
      .action((...of: unknown[]) => {
        // Commander gives what was typed, then the options, then the command.
        const chosen = of.at(-1) as Command;
        const {
          json = false,
          jsonLines = false,
          config,
          ...flags
        } = chosen.optsWithGlobals<{ json?: boolean; jsonLines?: boolean; config?: string }>();
        select({
          json: jsonLines ? 'lines' : json,
          configPath: config,
          run: async (invocation) => {
            const { openProject } = load<typeof import('./context.js')>('./context');
            return find()(await openProject(invocation), flags as Flags, chosen.processedArgs);
          },
        });
      });

  command(
    'setup',
    'start Postgres and Redis, migrate and seed',
    () => load<typeof import('./commands/setup.js')>('./commands/setup').setup,
  );
  command('prepare', 'write the next migration from what changed in the models', () => {
    const { prepare } = load<typeof import('./commands/prepare.js')>('./commands/prepare');
    const { splitAnswers } = load<typeof import('./questions/split-answers.js')>('./questions/split-answers');
    return (
      context,
      {
        message,
        manual = false,
        online = true,
        rename,
        allow,
        confirm: confirmed,
        ...texts
      }: PrepareOptionValues,
    ) =>
      prepare(context, {
        message: message,
        manual,
        online,
        confirm: confirmed,
        answers: {
          renames: splitAnswers(rename),
          allow: splitAnswers(allow),
          backfills: texts.backfill ?? [],
          using: texts.using ?? [],
          labels: texts.map ?? [],
        },
      });
  })
    .option('-m, --message <text>', 'what the migration does: it becomes the name of the file')
    .option('--manual', 'write an empty migration, for a rename or for data')
    .option('--no-online', 'plain forms in one file, though they block a running application')
    .option('--rename <answer...>', 'what was renamed: widgets.widget_name=name, old_table=new_table')
    .option('--allow <consent...>', 'what may be lost: drop-column:widgets.color, or all')
    .option('--backfill <answer...>', "the value of rows that have none: users.name='unknown'")
    .option('--using <answer...>', 'how values get their new type: users.age=age::integer')
    .option('--map <answer...>', 'the label that rows with a removed one get: mood.sad=unhappy')
    .addOption(confirm());
  command(
    'migrate',
    'apply the pending migrations',
    () => load<typeof import('./commands/migrate.js')>('./commands/migrate').migrate,
  )
    .option('--to <target>', 'head, +N, a name, or a unique prefix of one', 'head')
    .addOption(plan())
    .addOption(script())
    .addOption(rehearse())
    .addOption(lockTimeout())
    .addOption(onLocked())
    .addOption(statementLockTimeout())
    .addOption(statementTimeout())
    .addOption(lockRetries());
  command(
    'downgrade',
    'undo migrations',
    () => load<typeof import('./commands/migrate.js')>('./commands/migrate').downgrade,
  )
    .option('--to <target>', '-N, base, a name, or a unique prefix of one: the last that stays', '-1')
    .option(
      '--from-journal',
      'undo what has no file any more, or was edited, by the SQL that the journal kept',
    )
    .addOption(confirm())
    .addOption(lockTimeout())
    .addOption(onLocked())
    .addOption(statementLockTimeout())
    .addOption(statementTimeout())
    .addOption(lockRetries());
  command(
    'status',
    'say where the database stands',
    () => load<typeof import('./commands/status.js')>('./commands/status').status,
  );
  command(
    'history',
    'list every migration and whether it is applied',
    () => load<typeof import('./commands/history.js')>('./commands/history').history,
  );
  command(
    'sql',
    'print the SQL from one migration to another, for psql -1; no database is asked',
    () => load<typeof import('./commands/sql.js')>('./commands/sql').sql,
  )
    .option('--from <target>', 'base, head, a name, or a unique prefix of one', 'base')
    .option('--to <target>', 'base, head, a name, or a unique prefix of one', 'head');
  command('stamp', 'write down what is applied, without running anything', () => {
    const { stamp } = load<typeof import('./commands/stamp.js')>('./commands/stamp');
    return (context, { purge = false, confirm, ...flags }: StampOptionValues, [target = 'head']) =>
      stamp(context, { ...flags, target, purge, confirm });
  })
    .argument(
      '[target]',
      'head, base, a name, or a unique prefix of one: the last that counts as applied',
      'head',
    )
    .option('--purge', 'forget first all that is recorded, also of migrations without a file')
    .addOption(confirm())
    .addOption(lockTimeout())
    .addOption(onLocked());
  command(
    'baseline',
    'write the first migration from a database that has a schema and no history, and stamp it',
    () => load<typeof import('./commands/baseline.js')>('./commands/baseline').baseline,
  ).option('-m, --message <text>', 'what the migration is called', 'baseline');
  command('rebase', 'move the migrations that are not on a branch behind those that are', () => {
    const { rebase } = load<typeof import('./commands/rebase.js')>('./commands/rebase');
    return (context, flags: { base: string; confirm?: string }) =>
      rebase(context, { base: flags.base, confirm: flags.confirm });
  })
    .option('--base <branch>', 'the branch that others push to', 'origin/main')
    .addOption(confirm());
  command('protect', 'let what can lose data ask for the name of this database', () => {
    const { protect } = load<typeof import('./commands/protect.js')>('./commands/protect');
    return (context, { off = false, confirm }: { off?: boolean; confirm?: string }) =>
      protect(context, { off, confirm });
  })
    .option('--off', 'take the protection away')
    .addOption(confirm());
  command(
    'check',
    'fail when the models differ from the migrations (4), or some are pending (3)',
    () => load<typeof import('./commands/check.js')>('./commands/check').check,
  ).option('--base <branch>', 'fail (8) when a migration that is on this branch was edited or removed here');
  command(
    'verify',
    'prove the history on a scratch database: every migration up, down and up',
    () => load<typeof import('./commands/verify.js')>('./commands/verify').verify,
  );
  command(
    'seed',
    'insert the seeds',
    () => load<typeof import('./commands/seed.js')>('./commands/seed').seed,
  );
  command('wipe', 'drop the database and leave the server', () => {
    const { wipe } = load<typeof import('./commands/wipe.js')>('./commands/wipe');
    return (context, flags: { confirm?: string }) => wipe(context, { confirm: flags.confirm });
  }).option(
    '--confirm <database>',
    'the name of the database, typed: needed where it is not on this machine',
  );
  command(
    'teardown',
    'stop the services that setup started and remove what they hold',
    () => load<typeof import('./commands/teardown.js')>('./commands/teardown').teardown,
  );
  command(
    'doctor',
    'check everything that the commands need',
    () => load<typeof import('./commands/doctor.js')>('./commands/doctor').doctor,
  );
  return program;
}
