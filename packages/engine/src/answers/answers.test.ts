import type { RetortError } from '../errors/retort-error';
import { type AnswerTexts, parseAnswers } from './answers';
import { formatNamePath, parseNamePath } from './name-path';

test('a column, a table and a prefixed rename', () => {
  expect(
    parseAnswers({ renames: ['widgets.widget_name=name', 'old_table=new_table', 'type:sales.mood=feeling'] })
      .renames,
  ).toEqual([
    { text: 'widgets.widget_name=name', from: ['widgets', 'widget_name'], to: ['name'] },
    { text: 'old_table=new_table', from: ['old_table'], to: ['new_table'] },
    { text: 'type:sales.mood=feeling', kind: 'type', from: ['sales', 'mood'], to: ['feeling'] },
  ]);
});

test('quoted names may hold dots, equal signs and quotes', () => {
  expect(parseAnswers({ renames: ['"a.b"."c=""d"=e'] }).renames[0]).toMatchObject({
    from: ['a.b', 'c="d'],
    to: ['e'],
  });
});

test('consents', () => {
  const answers = parseAnswers({
    allow: ['all', 'drop-column:widgets.color', 'drop-function:f(integer, text)'],
  });
  expect(answers.allowAll).toBe(true);
  expect(answers.consents).toEqual([
    { text: 'drop-column:widgets.color', kind: 'drop-column', path: ['widgets', 'color'], signature: '' },
    {
      text: 'drop-function:f(integer, text)',
      kind: 'drop-function',
      path: ['f'],
      signature: '(integer, text)',
    },
  ]);
});

test('expressions and labels', () => {
  const answers = parseAnswers({
    backfills: ["users.name='a=b.c'"],
    using: ['sales.users.age=age::integer'],
    labels: ['mood.sad=unhappy'],
  });
  expect(answers.backfills[0]).toMatchObject({ path: ['users', 'name'], expression: "'a=b.c'" });
  expect(answers.using[0]).toMatchObject({ path: ['sales', 'users', 'age'], expression: 'age::integer' });
  expect(answers.labels[0]).toMatchObject({ path: ['mood', 'sad'], to: 'unhappy' });
});

test("'all' alone is a consent too", () => {
  expect(parseAnswers({ allow: 'all' })).toMatchObject({ allowAll: true, consents: [] });
});

test('a label that is mapped may be named as one that is renamed', () => {
  const given = parseAnswers({ labels: ['label:mood.sad=ok'] }).labels;
  expect(given).toEqual([{ text: 'label:mood.sad=ok', path: ['mood', 'sad'], to: 'ok' }]);
});

test('what is no list of texts is told', () => {
  const given = { renames: 'a.b=c', allow: 'drop-table:a', backfills: [1] } as unknown as AnswerTexts;
  expect(() => parseAnswers(given)).toThrow(
    expect.objectContaining({
      kind: 'settings',
      message: 'A list of texts is needed: renames, allow, backfills.',
      next: "Give it as renames: ['…'], allow: ['…'], backfills: ['…']",
    }),
  );
});

test.each([
  [{ renames: ['users.name->title'] }, 'RENAME="widgets.widget_name=name old_table=new_table"'],
  [{ allow: ['users.name'] }, 'ALLOW="drop-column:widgets.color"'],
  [{ backfills: ['users.age'] }, `BACKFILL="users.name='unknown'"`],
  [{ using: ['users.age'] }, 'USING="users.age=age::integer"'],
  [{ labels: ['mood.sad'] }, 'MAP="mood.sad=unhappy"'],
])('how an answer of its kind is written is told: %j', (given, example) => {
  expect(() => parseAnswers(given)).toThrow(
    expect.objectContaining({
      next: `Write it as ${example}, quoting names that hold dots or spaces: "odd.name".column`,
    }),
  );
});

test('everything that is wrong is told at once', () => {
  let error: RetortError | undefined;
  try {
    parseAnswers({
      renames: ['widgets', 'colour:a=b', '"a=b', 'a.b.c.d=e'],
      allow: ['drop-everything:a', 'drop-column:color', 'drop-function:f(int', 'drop-table:t(int)'],
      backfills: ['users.name', 'users.name(1)'],
      labels: ['sad=unhappy', 'mood.sad(unhappy'],
    });
  } catch (caught) {
    error = caught as RetortError;
  }
  expect(error).toMatchObject({ kind: 'settings', message: '12 of the answers cannot be used.' });
  expect(error?.at.split('\n')).toEqual([
    "rename 'widgets': '=' and the new name are missing",
    "rename 'colour:a=b': 'colour' is none of table, column, type, label, schema, view, sequence",
    `rename '"a=b': a quote is not closed`,
    "rename 'a.b.c.d=e': a name has at most three parts: schema.table.column",
    "allow 'drop-everything:a': a consent is 'all' or starts with drop-schema: drop-table: drop-column: drop-type: drop-label: drop-view: drop-sequence: drop-function: drop-trigger: drop-policy: drop-rule: drop-statistics: not-null: unique: convert:",
    "allow 'drop-column:color': drop-column takes two names: drop-column:widgets.color",
    "allow 'drop-function:f(int': '(int' after the name",
    "allow 'drop-table:t(int)': '(int)' after the name",
    "backfill 'users.name': '=' and an SQL expression are missing",
    "backfill 'users.name(1)': '=' and an SQL expression are missing",
    "map 'sad=unhappy': a label is named with its type: mood.sad",
    "map 'mood.sad(unhappy': '=' and the label that its rows get are missing",
  ]);
});

test('a formatted path is parsed to itself', () => {
  for (const path of [['a'], ['a.b', 'C d'], ['x"y', 'ü', 'a:b']]) {
    expect(parseNamePath(formatNamePath(path))).toEqual({ path, rest: '' });
  }
});
