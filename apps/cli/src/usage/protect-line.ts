import type { CommandLine } from './command-line';
import { runOptions } from './run-options';

export const protectLine: CommandLine = {
  declare(command) {
    command.option('--off', 'take the protection away').addOption(runOptions.confirm());
  },
  run(context, flags) {
    const { protect }: typeof import('../commands/protect.js') = require('../commands/protect');
    const { off = false, confirm }: { readonly off?: boolean; readonly confirm?: string } = flags;
    return protect(context, { off, confirm });
  },
};
