import type { CommandLine } from './command-line';
import { runOptions } from './run-options';

interface StampLineFlags {
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
        'head, base, a name, or a unique prefix of one: the last that counts as applied',
        'head',
      )
      .option('--purge', 'forget first all that is recorded, also of migrations without a file')
      .addOption(runOptions.confirm())
      .addOption(runOptions.lockTimeout())
      .addOption(runOptions.onLocked());
  },
  run(context, flags, [target = 'head']) {
    const { stamp }: typeof import('./stamp.js') = require('./stamp');
    const { purge = false, confirm, ...others }: StampLineFlags = flags;
    return stamp(context, { ...others, target, purge, confirm });
  },
};
