import type { LintFlags } from '../commands/lint';
import type { CommandLine } from './command-line';

export const lintLine: CommandLine = {
  declare(command) {
    command
      .option(
        '--base <branch>',
        'look at the migrations that are not on this branch, and fail (8) when one that is was edited or removed here',
      )
      .option('--strict', 'fail (6) for hazards too');
  },
  run(context, flags) {
    const { lint }: typeof import('../commands/lint.js') = require('../commands/lint');
    return lint(context, flags as LintFlags);
  },
};
