import { dirname, resolve } from 'node:path';
import { isatty } from 'node:tty';
import { CommanderError } from 'commander';
import { commandsOf } from './output/commands-of';
import { type ExitCode, exitCodes } from './output/exit-code';
import { explainError } from './output/explained-error';
import { pathsFrom } from './output/paths-from';
import { createReporter } from './output/reporter';
import { takeStdout } from './output/take-stdout';
import { createProgram, type Selected } from './program';
import { explainUsage } from './usage/explain-usage';

/** Ctrl-C; what an orchestrator sends to a job that it ends; a terminal that is closed. A second one of its kind ends the process at once. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Parses what was typed, and does it. */
export async function runCommandLine(): Promise<ExitCode> {
  const selected = parse(process.argv);
  if (typeof selected === 'number') return selected;
  const reporter = createReporter({
    json: selected.json,
    inCommands: commandsOf({
      from: process.cwd(),
      configPath: selected.configPath,
      findRoot: () => rootOf(selected),
    }),
    inPaths: pathsFrom(process.cwd(), () => rootOf(selected)),
    isTerminal: selected.json === false && isatty(2) && (process.env.CI ?? '') === '',
    colour: isatty(2) && (process.env.NO_COLOR ?? '') === '' && process.stderr.hasColors(),
    // A terminal that nobody gave a size (docker run -t) says 0.
    columns: () => process.stderr.columns || 80,
    stdout: selected.json === false ? process.stdout : takeStdout(),
    stderr: process.stderr,
  });
  for (const stream of [process.stdout, process.stderr]) stream.on('error', refuseOtherThanClosed);
  const interrupt = new AbortController();
  for (const signal of stopSignals) process.once(signal, () => interrupt.abort());
  try {
    return await selected.run({
      cwd: process.cwd(),
      configPath: selected.configPath,
      processEnvironment: process.env,
      reporter,
      signal: interrupt.signal,
      terminal: canAsk(selected)
        ? {
            input: process.stdin,
            output: process.stderr,
            signal: interrupt.signal,
            inCommands: reporter.inCommands,
          }
        : undefined,
    });
  } catch (error) {
    const explained = explainError(error, interrupt.signal.aborted);
    const exitCode = exitCodes[explained.kind];
    reporter.error(explained);
    reporter.document({ error: { what: explained.what, at: explained.at, next: explained.next, exitCode } });
    return exitCode;
  }
}

function rootOf({ configPath }: Selected): string {
  const { findConfig }: typeof import('./config/read-config.js') = require('./config/read-config');
  const path = configPath ?? findConfig(process.cwd());
  return path === undefined ? process.cwd() : resolve(dirname(path));
}

/** Nobody reads any more what is printed (`retort migrate | head -1`, a terminal that is closed): that stops no migration. */
function refuseOtherThanClosed(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}

function canAsk({ json }: Selected): boolean {
  return json === false && isatty(0) && isatty(2) && (process.env.CI ?? '') === '';
}

function parse(argv: string[]): Selected | ExitCode {
  let selected: Selected | undefined;
  const program = createProgram(argv.slice(2), (chosen) => {
    selected = chosen;
  }).exitOverride();
  for (const command of program.commands) command.exitOverride();
  try {
    program.parse(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.done;
    reportUsage(argv.slice(2), error);
    return exitCodes.settings;
  }
  return selected ?? exitCodes.settings;
}

function reportUsage(typed: readonly string[], error: CommanderError): void {
  const json = typed.includes('--json-lines') ? 'lines' : typed.includes('--json');
  const { stdout, stderr } = process;
  const reporter = createReporter({ json, colour: false, stdout, stderr });
  const explained = explainUsage(typed, error);
  // Without a command, people have been given the help already.
  if (error.code !== 'commander.help') reporter.error(explained);
  const { what, at, next } = explained;
  reporter.document({ error: { what, at, next, exitCode: exitCodes.settings } });
}
