import { abortable } from './abortable';

const interrupted = {
  message: 'Interrupted. Nothing was written, and the scratch databases were dropped.',
  at: 'Ctrl-C',
  next: 'Run the command again.',
  kind: 'interrupted',
};

describe('abortable', () => {
  it('settles as its work does', async () => {
    const { signal } = new AbortController();
    await expect(abortable(Promise.resolve(1), undefined)).resolves.toBe(1);
    await expect(abortable(Promise.resolve(1), signal)).resolves.toBe(1);
    await expect(abortable(Promise.reject(new Error('of the work')), signal)).rejects.toThrow('of the work');
  });

  it('rejects at the abort, and what fails later is nobody’s unhandled rejection', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    try {
      const abort = new AbortController();
      let fail = (_error: Error): void => undefined;
      const work = () =>
        new Promise<void>((_done, reject) => {
          fail = reject;
        });
      const running = abortable(work(), abort.signal);
      abort.abort();
      await expect(running).rejects.toMatchObject(interrupted);
      fail(new Error('late'));
      const already = abortable(work(), abort.signal);
      fail(new Error('later'));
      await expect(already).rejects.toMatchObject(interrupted);
      await new Promise((done) => setImmediate(done));
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});
