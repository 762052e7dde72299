import { RetortError } from '../errors/retort-error';

/** Settles as `work` does, or rejects as soon as `signal` is aborted: what `work` holds is then torn down by its owner. */
export async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise<T>((done, fail) => {
    const abort = () => fail(interrupted());
    signal.addEventListener('abort', abort, { once: true });
    // Before anything else, so that what fails after the abort is never unhandled.
    work.then(done, fail).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}

export function interrupted(): RetortError {
  return new RetortError({
    what: 'Interrupted. Nothing was written, and the scratch databases were dropped.',
    at: 'Ctrl-C',
    next: 'Run the command again.',
    kind: 'interrupted',
  });
}
