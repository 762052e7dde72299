import type { SqlFlags } from '../commands/sql';
import type { CommandLine } from './command-line';

export const sqlLine: CommandLine = {
  declare(command) {
    command
      .option('--from <target>', 'base, head, a name, or a unique prefix of one', 'base')
      .option('--to <target>', 'base, head, a name, or a unique prefix of one', 'head');
  },
  run(context, flags) {
    const { sql }: typeof import('../commands/sql.js') = require('../commands/sql');
    return sql(context, flags as SqlFlags);
  },
};
