import type { Outcome } from '../measure/sample';
import { renderRow } from './render-row';

function outcome(name: string, side: Outcome['side'], wall: readonly number[], peak?: number): Outcome {
  return {
    name,
    side,
    samples: wall.map((wallSeconds, index) => ({
      round: index + 1,
      wallSeconds,
      cpuSeconds: wallSeconds / 2,
      serverCpuSeconds: undefined,
    })),
    peakMebibytes: peak,
  };
}

describe('renderRow', () => {
  it('prints the figures, and ours in parts of the others', () => {
    const text = renderRow({
      title: 'Nothing changed, 10 tables',
      outcomes: [
        outcome('retort', 'ours', [0.5, 0.6, 0.4], 100),
        outcome('retort, cold', 'ours', [1, 1.2, 0.8], 150),
        outcome('typeorm', 'theirs', [1, 1, 1], 80),
      ],
      failures: [{ name: 'drizzle', side: 'theirs', because: 'it ended with 1' }],
    });
    expect(text).toBe(
      [
        'Nothing changed, 10 tables',
        'median        wall s  cpu s  server cpu s  MiB  runs',
        'retort          0.50   0.25             –  100     3',
        'retort, cold    1.00   0.50             –  150     3',
        'typeorm         1.00   0.50             –   80     3',
        'retort ÷               wall                cpu    MiB',
        'typeorm   0.50× (0.40–0.60)  0.50× (0.40–0.60)  1.25×',
        'retort, cold ÷               wall                cpu    MiB',
        'typeorm         1.00× (0.80–1.20)  1.00× (0.80–1.20)  1.88×',
        'drizzle is left out: it ended with 1',
        '',
      ].join('\n'),
    );
  });

  it('prints no ratios where ours ran alone', () => {
    const alone = { title: 'Alone', outcomes: [outcome('retort', 'ours', [0.5])], failures: [] };
    expect(renderRow(alone)).toBe(
      [
        'Alone',
        'median  wall s  cpu s  server cpu s  MiB  runs',
        'retort    0.50   0.25             –    –     1',
        '',
      ].join('\n'),
    );
  });
});
