/** Something that is open until it is closed. */
export interface Held<T> {
  readonly opened: Promise<T>;
  /** Settles once it is closed: with what went wrong, if anything did. */
  readonly close: () => Promise<void>;
}

/** Opens what is open for as long as a function runs, and keeps that function running until it is closed. */
export function holdOpen<T>(withIt: (use: (it: T) => Promise<void>) => Promise<void>): Held<T> {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let closed: Promise<void> = Promise.resolve();
  const opened = new Promise<T>((resolve, fail) => {
    closed = withIt(async (it) => {
      resolve(it);
      await done;
    });
    closed.catch(fail);
  });
  // Who does not wait for it hears of it when it is closed.
  opened.catch(() => undefined);
  return {
    opened,
    close() {
      finish();
      return closed;
    },
  };
}

/** Closes however `use` ends. What `use` throws matters more than what goes wrong after it. */
export async function closing<T>(close: () => Promise<void>, use: () => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await use();
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  await close();
  return result;
}
