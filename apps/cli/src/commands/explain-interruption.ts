import { RetortError } from '@retort/engine/state';

/** Ctrl-C reaches the programs that a command has started too: that they failed then is not what went wrong. */
export async function explainInterruption<T>(
  signal: AbortSignal,
  at: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (!signal.aborted) throw cause;
    throw new RetortError({
      what: 'Interrupted.',
      at,
      next: 'Run the command again: it begins where this one ended.',
      kind: 'interrupted',
      cause,
    });
  }
}
