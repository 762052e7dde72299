import type { CommandLine } from './command-line';
import { runOptions } from './run-options';
import { typedTarget } from './typed-target';

interface StampLineFlags {
  readonly to?: string;
  readonly purge?: boolean;
  readonly confirm?: string;
  readonly lockTimeout?: string;
  readonly onLocked?: string;
}

export const stampLine: CommandLine = {
  declare(command) {
    command
      .argument(
        '[target]',
        'head, base, a name, or a unique prefix of one: the last that counts as applied (default: "head")',
      )
      .option('--to <target>', 'as the target')
      .option('--purge', 'forget first all that is recorded, also of migrations without a file')
      .addOption(runOptions.confirm())
      .addOption(runOptions.lockTimeout())
      .addOption(runOptions.onLocked());
  },
  run(context, flags, [argument]) {
    const { stamp }: typeof import('../commands/stamp.js') = require('../commands/stamp');
    const { to, purge = false, confirm, ...others }: StampLineFlags = flags;
    const target = typedTarget('stamp', { argument, to, usual: 'head' });
    return stamp(context, { ...others, target, purge, confirm });
  },
};
