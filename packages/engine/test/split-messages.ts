/**
 * Splits a stream of the protocol where one side has said all of it: a client with a query, a Flush or a Sync, a server with
 * ReadyForQuery. @see https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export function splitMessages(
  isClient: boolean,
  pass: (bytes: Buffer, isWhole: boolean) => void,
): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  let held: Buffer[] = [];
  let isStarted = !isClient;
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const typed = isStarted ? 1 : 0;
      if (waiting.length < typed + 4) return;
      const length = typed + waiting.readInt32BE(typed);
      if (waiting.length < length) return;
      const message = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      const type = isStarted ? String.fromCharCode(message[0] ?? 0) : 'start';
      isStarted = true;
      held.push(Buffer.from(message));
      const isWhole = isClient ? type === 'Q' || type === 'H' || type === 'S' : type === 'Z';
      if (isClient && !isWhole && type !== 'start' && type !== 'p' && type !== 'X') continue;
      const bytes = Buffer.concat(held);
      held = [];
      pass(bytes, isWhole);
    }
  };
}
