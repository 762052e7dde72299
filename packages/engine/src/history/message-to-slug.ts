import { RetortError } from '../errors/retort-error';

export const longestMessage = 100;

/**
 * The part of a migration's file name that says what it does: the message in lower case, its words joined by `_`.
 *
 * @throws RetortError of kind `settings` when the message is missing, says nothing, or is longer than 100 characters.
 */
export function messageToSlug(message: string | undefined): string {
  const text = (message ?? '').trim();
  if (text === '') throw wrongMessage('The migration has no message.');
  if (text.length > longestMessage) {
    throw wrongMessage(`The message has ${text.length} characters; ${longestMessage} is the most.`);
  }
  const slug = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  if (slug === '') throw wrongMessage(`The message ${JSON.stringify(text)} has no letter and no digit.`);
  return slug;
}

function wrongMessage(what: string): RetortError {
  return new RetortError({
    what,
    at: 'MSG (retort prepare --message)',
    next: 'Say what the migration does, in a few words: make db-prepare MSG="add status to widgets"',
    kind: 'settings',
  });
}
