import { formatStatements } from './format-statements';

const table = { schema: 'public', name: 't' };

test('what a statement does is said above it, each thing once', () => {
  const hazards = [
    { kind: 'blocksReads', text: 't is rewritten.', table },
    { kind: 'losesData', text: 't.a: its time is gone.', table },
  ] as const;
  const said = formatStatements([
    { sql: 'ALTER TABLE t', hazards, note: 't.a: its time is gone.\nt.b: its digits are gone.' },
    { sql: 'SELECT 1,\n2', hazards: [], note: 'why' },
  ] as unknown as Parameters<typeof formatStatements>[0]);
  expect(said).toEqual([
    '  -- t is rewritten.',
    '  -- t.a: its time is gone.',
    '  -- t.b: its digits are gone.',
    '  ALTER TABLE t;',
    '  -- why',
    '  SELECT 1,\n  2;',
  ]);
});
