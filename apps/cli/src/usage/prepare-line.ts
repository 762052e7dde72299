import { Option } from 'commander';
import type { CommandLine } from './command-line';
import { runOptions } from './run-options';

interface PrepareFlags {
  readonly message?: string;
  readonly manual?: boolean;
  readonly online?: boolean;
  readonly rename?: readonly string[];
  readonly allow?: readonly string[];
  readonly backfill?: readonly string[];
  readonly using?: readonly string[];
  readonly map?: readonly string[];
  readonly confirm?: string;
}

export const prepareLine: CommandLine = {
  declare(command) {
    command
      .option('-m, --message <text>', 'what the migration does: it becomes the name of the file')
      .addOption(
        new Option('--manual', 'write an empty migration, for a rename or for data').conflicts([
          ...['rename', 'allow', 'backfill', 'using', 'map'],
        ]),
      )
      .option('--no-online', 'plain forms in one file, though they block a running application')
      .option('--rename <answer...>', 'what was renamed: widgets.widget_name=name, old_table=new_table')
      .option('--allow <consent...>', 'what may be lost: drop-column:widgets.color, or all')
      .option('--backfill <answer...>', "the value of rows that have none: users.name='unknown'; users.age=0")
      .option('--using <answer...>', 'how values get their new type: users.age=age::integer; …')
      .option('--map <answer...>', 'the label, or null, that rows with a removed one get: mood.sad=ok; …')
      .addOption(runOptions.confirm());
  },
  run(context, flags) {
    const { prepare }: typeof import('../commands/prepare.js') = require('../commands/prepare');
    const {
      splitAnswers,
    }: typeof import('../questions/split-answers.js') = require('../questions/split-answers');
    const {
      splitExpressions,
    }: typeof import('../questions/split-expressions.js') = require('../questions/split-expressions');
    const { message, manual = false, online = true, rename, allow, confirm, ...texts }: PrepareFlags = flags;
    return prepare(context, {
      message,
      manual,
      online,
      confirm,
      answers: {
        renames: splitAnswers(rename),
        allow: splitAnswers(allow),
        backfills: splitExpressions(texts.backfill, '--backfill'),
        using: splitExpressions(texts.using, '--using'),
        labels: splitExpressions(texts.map, '--map'),
      },
    });
  },
};
