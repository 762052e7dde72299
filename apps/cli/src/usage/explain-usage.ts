import type { ExplainedError } from '../output/explained-error';
import { quote } from '../output/quote';
import { commands } from './commands';

/** What was typed wrong, with what to type. `code` and `message` are commander's. */
export function explainUsage(
  typed: readonly string[],
  { code, message }: { readonly code: string; readonly message: string },
): ExplainedError {
  const what = code === 'commander.help' ? 'No command is given.' : message.replace(/^error: /, '');
  return { what, at: ['retort', ...typed].join(' '), next: nextStep(typed, code), kind: 'settings' };
}

function nextStep(typed: readonly string[], code: string): string {
  const command = typed.find((word) => Object.hasOwn(commands, word));
  if (command === undefined || code === 'commander.unknownCommand')
    return 'npx retort --help lists the commands';
  if (command === 'prepare' && code === 'commander.excessArguments') {
    const words = typed.slice(typed.indexOf(command) + 1).filter((word) => !word.startsWith('-'));
    return `If that is its message: npx retort prepare --message ${quote(words.join(' '))}`;
  }
  return `npx retort ${command} --help lists its options`;
}
