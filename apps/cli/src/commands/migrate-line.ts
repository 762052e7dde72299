import type { CommandLine } from './command-line';
import type { TargetFlags } from './migrate';
import { addPatience, runOptions } from './run-options';

export const migrateLine: CommandLine = {
  declare(command) {
    addPatience(
      command
        .option('--to <target>', 'head, +N, a name, or a unique prefix of one', 'head')
        .addOption(runOptions.plan())
        .addOption(runOptions.script())
        .addOption(runOptions.rehearse()),
    );
  },
  run(context, flags) {
    const { migrate }: typeof import('./migrate.js') = require('./migrate');
    return migrate(context, flags as TargetFlags);
  },
};
