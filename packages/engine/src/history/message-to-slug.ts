import { RetortError } from '../errors/retort-error';

const longestMessage = 100;
/** File systems take names of 255 bytes: this leaves room for the timestamp, `.ts` and `.partial`. */
const longestSlugBytes = 230;

/**
 * The part of a migration's file name that says what it does: the message in lower case without accents, its words
 * joined by `_`. Letters of every script stay, as far as a class's name may have them.
 *
 * @throws RetortError of kind `settings` when the message is missing, says nothing, or is longer than 100 characters.
 */
export function messageToSlug(message: string | undefined): string {
  const text = (message ?? '').trim();
  if (text === '') throw wrongMessage('The migration has no message.');
  const length = Array.from(text).length;
  if (length > longestMessage) {
    throw wrongMessage(`The message has ${length} characters; ${longestMessage} is the most.`);
  }
  const slug = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{ID_Continue}]+|\p{Connector_Punctuation}+/gu, '_')
    .replace(/_{2,}/g, '_')
    .replace(/^_|_$/g, '');
  if (slug === '') throw wrongMessage(`The message ${JSON.stringify(text)} has no letter and no digit.`);
  const bytes = Buffer.byteLength(slug);
  if (bytes > longestSlugBytes) {
    throw wrongMessage(
      `The message takes ${bytes} bytes of the file's name; ${longestSlugBytes} is the most.`,
    );
  }
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
