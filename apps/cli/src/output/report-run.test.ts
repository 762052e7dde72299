import type { Migration, RunEvent } from '@retort/engine/runner';
import { reportRun } from './report-run';

const migration = (slug: string): Migration => ({
  timestamp: 1,
  slug,
  stem: `1_${slug}`,
  path: '',
  exportedName: '',
  recordedName: '',
  instance: { up: () => Promise.resolve(), down: () => Promise.resolve() },
});
const [users, widgets] = [migration('users'), migration('widgets')];

const shop = { pid: 7, application: 'the shop', query: 'SELECT\n  1', ageMs: 4000 };
const running = (elapsedMs: number): RunEvent => ({
  kind: 'running',
  migration: widgets,
  sql: 'ALTER TABLE widgets\n  ADD x int',
  elapsedMs,
  blockers: [shop],
});
const events: readonly RunEvent[] = [
  { kind: 'planned', direction: 'up', migrations: [users, widgets] },
  { kind: 'started', direction: 'up', migration: users },
  {
    kind: 'notice',
    migration: users,
    severity: 'WARNING',
    message: 'it is\nold',
    detail: 'Very.',
    hint: 'Renew it.',
  },
  { kind: 'noticesLeftOut', migration: users, count: 3 },
  { kind: 'done', direction: 'up', migration: users, durationMs: 12.3 },
  { kind: 'started', direction: 'up', migration: widgets },
  running(2000),
  running(3000),
  running(12_500),
  { kind: 'done', direction: 'up', migration: widgets, durationMs: 65_000 },
];

function run(isLive: boolean): readonly string[] {
  const said: string[] = [];
  const report = reportRun({
    isLive,
    line: (text = '') => said.push(text),
    live: (text) => isLive && said.push(`live ${text}`),
    text: () => undefined,
    event: () => undefined,
    document: () => undefined,
    error: () => undefined,
    inCommands: (text) => text,
  });
  for (const event of events) report(event);
  return said;
}

const waits = 'ALTER TABLE widgets ADD x int, waits for process 7 (the shop, 4.0 s): SELECT 1';

test('on a terminal: a bar for the whole, and a live line for what takes long', () => {
  expect(run(true)).toEqual([
    'live [....................] 0/2 1_users',
    'warning  1_users  it is old (Very) (Renew it)',
    'notice   1_users  and 3 more like these',
    'applied  1_users  12 ms',
    'live [##########..........] 1/2 1_widgets',
    'live [##########..........] 1/2 1_widgets  2000 ms  waits for process 7 (the shop, 4.0 s): SELECT 1',
    'live [##########..........] 1/2 1_widgets  3000 ms  waits for process 7 (the shop, 4.0 s): SELECT 1',
    'live [##########..........] 1/2 1_widgets  12.5 s  waits for process 7 (the shop, 4.0 s): SELECT 1',
    'applied  1_widgets  65.0 s',
  ]);
});

test('elsewhere: plain lines, and one every ten seconds for what takes long', () => {
  expect(run(false)).toEqual([
    'warning  1_users  it is old (Very) (Renew it)',
    'notice   1_users  and 3 more like these',
    'applied  1_users  12 ms',
    `running  1_widgets  2000 ms  ${waits}`,
    `running  1_widgets  12.5 s  ${waits}`,
    'applied  1_widgets  65.0 s',
  ]);
});
