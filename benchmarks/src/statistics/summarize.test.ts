import type { Outcome } from '../measure/sample';
import { median } from './median';
import { compare, summarize } from './summarize';

function outcome(wall: Readonly<Record<number, number>>): Outcome {
  return {
    name: 'one',
    side: 'theirs',
    samples: Object.entries(wall).map(([round, wallSeconds]) => ({
      round: Number(round),
      wallSeconds,
      cpuSeconds: wallSeconds * 2,
      serverCpuSeconds: Number(round) === 1 ? undefined : 0.5,
    })),
    peakMebibytes: 100,
  };
}

describe('median', () => {
  it('is the middle, whatever the order and the size of the numbers', () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(median([])).toBeUndefined();
  });
});

describe('summarize', () => {
  it('takes the medians, of the server where it was seen', () => {
    expect(summarize(outcome({ 1: 9, 2: 1, 3: 2 }))).toEqual({
      wallSeconds: 2,
      cpuSeconds: 4,
      serverCpuSeconds: 0.5,
      peakMebibytes: 100,
    });
  });
});

describe('compare', () => {
  const wall = ({ wallSeconds }: { readonly wallSeconds: number }) => wallSeconds;

  it('compares within each round, so that a slow moment of the machine does not count for one side', () => {
    const ours = outcome({ 1: 1, 2: 10, 3: 1.5 });
    const theirs = outcome({ 1: 2, 2: 20, 3: 2 });
    expect(compare(ours, theirs, wall)).toEqual({ median: 0.5, least: 0.5, most: 0.75 });
  });

  it('leaves out the rounds that one of them did not run in', () => {
    expect(compare(outcome({ 1: 1, 2: 5 }), outcome({ 1: 4 }), wall)?.median).toBe(0.25);
    expect(compare(outcome({ 1: 1 }), outcome({ 2: 1 }), wall)).toBeUndefined();
  });
});
