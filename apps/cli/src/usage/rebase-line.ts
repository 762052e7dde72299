import type { CommandLine } from './command-line';
import { runOptions } from './run-options';

export const rebaseLine: CommandLine = {
  declare(command) {
    command
      .option('--base <branch>', 'the branch that others push to', 'origin/main')
      .addOption(runOptions.confirm());
  },
  run(context, flags) {
    const { rebase }: typeof import('../commands/rebase.js') = require('../commands/rebase');
    const { base, confirm } = flags as { readonly base: string; readonly confirm?: string };
    return rebase(context, { base, confirm });
  },
};
