import type { TargetFlags } from '../commands/target-flags';
import type { CommandLine } from './command-line';
import { addPatience, runOptions } from './run-options';
import { typedTarget } from './typed-target';

export const migrateLine: CommandLine = {
  declare(command) {
    addPatience(
      command
        .argument('[target]', 'as --to')
        .option('--to <target>', 'head, +N, a name, or a unique prefix of one (default: "head")')
        .addOption(runOptions.plan())
        .addOption(runOptions.script())
        .addOption(runOptions.rehearse()),
    );
  },
  run(context, flags, [argument]) {
    const { migrate }: typeof import('../commands/migrate.js') = require('../commands/migrate');
    const given: Partial<TargetFlags> = flags;
    return migrate(context, {
      ...given,
      to: typedTarget('migrate', { argument, to: given.to, usual: 'head' }),
    });
  },
};
