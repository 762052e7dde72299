import type { CommandLine } from './command-line';

export const wipeLine: CommandLine = {
  declare(command) {
    command.option(
      '--confirm <database>',
      'the name of the database, typed: needed where it is protected or not on this machine',
    );
  },
  run(context, flags) {
    const { wipe }: typeof import('../commands/wipe.js') = require('../commands/wipe');
    const { confirm }: { readonly confirm?: string } = flags;
    return wipe(context, { confirm });
  },
};
