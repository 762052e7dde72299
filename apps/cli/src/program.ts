import { Command } from 'commander';
import type { Invocation } from './context';
import type { ExitCode } from './output/exit-code';
import type { CommandLine } from './usage/command-line';
import { commands } from './usage/commands';
import { version } from './version';

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
  POSTGRES_URL, REDIS_URL     else those of .env, else what retort setup started
  NO_COLOR, CI                no colours; no questions
`;

/**
 * The command line. `select` is called with the command that was chosen. Only the commands that are named in what was
 * typed have their options declared, so that each loads only what it uses.
 */
export function createProgram(typed: readonly string[], select: (selected: Selected) => void): Command {
  const program = new Command('retort')
    .description('Migrations for PostgreSQL on TypeORM entities')
    .version(version)
    .option('--config <file>', 'the settings, where they are not the nearest retort.config.ts')
    .option('--json', 'print one JSON document on stdout; lines for people go to stderr')
    .option('--json-lines', 'print a JSON document a line: what happens while it happens, then the result')
    .addHelpText('after', exitCodesHelp)
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ showGlobalOptions: true });
  for (const [name, { description, load }] of Object.entries(commands)) {
    const command = program.command(name).description(description);
    if (typed.includes(name)) declare(command, load(), select);
  }
  return program;
}

function declare(command: Command, line: CommandLine, select: (selected: Selected) => void): void {
  line.declare?.(command);
  command.action((...of: unknown[]) => {
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
        const { openProject }: typeof import('./context.js') = require('./context');
        const context = await openProject(invocation);
        try {
          return await line.run(context, flags, chosen.processedArgs);
        } catch (error) {
          const {
            nameOrigin,
          }: typeof import('./environment/name-origin.js') = require('./environment/name-origin');
          throw nameOrigin(error, context);
        }
      },
    });
  });
}
