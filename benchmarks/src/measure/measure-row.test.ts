import type { Contestant } from './contestant';
import { measureRow } from './measure-row';
import { takesPart } from './takes-part';

const noServer = { read: async () => undefined };

function contestant(name: string, log: string[], change: Partial<Contestant> = {}): Contestant {
  return {
    name,
    side: 'theirs',
    command: { parameters: ['-e', 'console.log("ran")'], folder: '/', environment: {} },
    reset: async (round) => {
      log.push(`${name} ${round}`);
    },
    findFault: async (_round, { stdout }) => (stdout === 'ran\n' ? undefined : `it printed ${stdout}`),
    ...change,
  };
}

function measure(contestants: readonly Contestant[]) {
  return measureRow(
    { title: 'a row', contestants },
    { rounds: 3, serverCpu: noServer, signal: new AbortController().signal, onRun: () => undefined },
  );
}

describe('measureRow', () => {
  it('runs everybody in turn, each round beginning with another one', async () => {
    const log: string[] = [];
    const { outcomes } = await measure([contestant('a', log), contestant('b', log)]);
    expect(log).toEqual(['a 0', 'b 0', 'b 1', 'a 1', 'a 2', 'b 2', 'b 3', 'a 3']);
    expect(outcomes.map(({ name, samples }) => [name, samples.map(({ round }) => round)])).toEqual([
      ['a', [1, 2, 3]],
      ['b', [1, 2, 3]],
    ]);
  });

  it('puts out who fails, and who did not do what the row is about, and times the others', async () => {
    const log: string[] = [];
    const failing = { parameters: ['-e', 'process.exit(2)'], folder: '/', environment: {} };
    const { outcomes, failures } = await measure([
      contestant('fails', log, { command: failing }),
      contestant('does nothing', log, {
        findFault: async (round) => (round === 2 ? 'it wrote no file' : undefined),
      }),
      contestant('works', log),
    ]);
    expect(failures).toEqual([
      { name: 'fails', side: 'theirs', because: 'it ended with 2' },
      { name: 'does nothing', side: 'theirs', because: 'it wrote no file' },
    ]);
    expect(outcomes.map(({ name, samples }) => [name, samples.length])).toEqual([['works', 3]]);
  });
});

describe('takesPart', () => {
  it('lets slow ones run in two rounds', () => {
    expect([1, 2, 3].map((round) => takesPart(20, round))).toEqual([true, true, false]);
    expect([1, 2, 3].map((round) => takesPart(2, round))).toEqual([true, true, true]);
  });
});
