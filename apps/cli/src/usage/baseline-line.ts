import type { CommandLine } from './command-line';

export const baselineLine: CommandLine = {
  declare(command) {
    command.option('-m, --message <text>', 'what the migration is called', 'baseline');
  },
  run(context, flags) {
    const { baseline }: typeof import('../commands/baseline.js') = require('../commands/baseline');
    return baseline(context, flags as { readonly message: string });
  },
};
