import type { CheckFlags } from '../commands/check';
import type { CommandLine } from './command-line';

export const checkLine: CommandLine = {
  declare(command) {
    command
      .option(
        '--base <branch>',
        'fail (8) when a migration that is on this branch was edited or removed here',
      )
      .option(
        '--offline',
        'ask no database of yours: models and migrations are compared on an embedded Postgres',
      );
  },
  run(context, flags) {
    const { check }: typeof import('../commands/check.js') = require('../commands/check');
    return check(context, flags as CheckFlags);
  },
};
