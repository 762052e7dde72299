import type { CommandLine } from './command-line';
import { runOptions } from './run-options';

export const wipeLine: CommandLine = {
  declare(command) {
    command.addOption(runOptions.confirm());
  },
  run(context, flags) {
    const { wipe }: typeof import('../commands/wipe.js') = require('../commands/wipe');
    const { confirm }: { readonly confirm?: string } = flags;
    return wipe(context, { confirm });
  },
};
