import type { DowngradeFlags } from '../commands/migrate';
import type { CommandLine } from './command-line';
import { addPatience, runOptions } from './run-options';
import { typedTarget } from './typed-target';

export const downgradeLine: CommandLine = {
  declare(command) {
    addPatience(
      command
        .argument('[target]', 'as --to')
        .option(
          '--to <target>',
          '-N, base, a name, or a unique prefix of one: the last that stays (default: "-1")',
        )
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
  run(context, flags, [argument]) {
    const { downgrade }: typeof import('../commands/migrate.js') = require('../commands/migrate');
    const given: Partial<DowngradeFlags> = flags;
    return downgrade(context, {
      ...given,
      to: typedTarget('downgrade', { argument, to: given.to, usual: '-1' }),
    });
  },
};
