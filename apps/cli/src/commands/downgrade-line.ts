import type { CommandLine } from './command-line';
import type { DowngradeFlags } from './migrate';
import { addPatience, runOptions } from './run-options';

export const downgradeLine: CommandLine = {
  declare(command) {
    addPatience(
      command
        .option('--to <target>', '-N, base, a name, or a unique prefix of one: the last that stays', '-1')
        .option(
          '--from-journal',
          'undo what has no file any more, or was edited, by the SQL that the journal kept',
        )
        .addOption(runOptions.plan())
        .addOption(runOptions.script())
        .addOption(runOptions.rehearse())
        .addOption(runOptions.confirm()),
    );
  },
  run(context, flags) {
    const { downgrade }: typeof import('./migrate.js') = require('./migrate');
    return downgrade(context, flags as DowngradeFlags);
  },
};
