import { makeHistory } from '../../../test/make-history';
import { StatementWatch } from './statement-watch';

const [migration] = makeHistory({ slug: 'slow' }).migrations;

/** Watches a statement by asking a server that answers as `query` does, until it is taken for gone or `enough`. */
async function watch(query: () => Promise<readonly Record<string, unknown>[]>, enough: Promise<void>) {
  if (migration === undefined) throw new Error('no migration');
  let silences = 0;
  let stop = (): void => undefined;
  const silence = new Promise<void>((done) => {
    const watched = new StatementWatch({
      pid: 1,
      query,
      migration,
      silentAfterMs: 300,
      onEvent: () => undefined,
      onSilence: () => {
        silences++;
        done();
      },
    });
    watched.begin('SELECT');
    stop = () => watched.stop();
  });
  // The timer alone would not keep the test.
  const kept = setInterval(() => undefined, 1000);
  await Promise.race([silence, enough]);
  clearInterval(kept);
  stop();
  return silences;
}

test('a server that answers nothing more is taken for gone', async () => {
  expect(await watch(() => new Promise(() => undefined), new Promise(() => undefined))).toBe(1);
});

test('a server that answers is not, however long the statement is', async () => {
  let answers = 0;
  let isEnough = (): void => undefined;
  const enough = new Promise<void>((done) => {
    isEnough = done;
  });
  const query = () => {
    answers++;
    if (answers > 10) isEnough();
    return Promise.resolve([]);
  };
  expect(await watch(query, enough)).toBe(0);
});
