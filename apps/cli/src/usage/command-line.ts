import type { Command } from 'commander';
import type { Context } from '../context';
import type { ExitCode } from '../output/exit-code';

/** How a command is typed: its options and arguments, and what becomes of them. */
export interface CommandLine {
  declare?(command: Command): void;
  /** `flags` are what its options gave, `given` its arguments. What it needs is loaded when it is called. */
  run(context: Context, flags: object, given: readonly string[]): Promise<ExitCode>;
}
