import { planWish, sqlOf } from '../test/plan-wish';

const wish = {
  before: 'CREATE TABLE posts (tags text NOT NULL)',
  after: 'CREATE TABLE posts (tags character varying[] NOT NULL)',
  rows: "INSERT INTO posts VALUES ('a,b'), ('')",
};

test('whether a text that becomes an array is one value or several is asked, with how to say it', async () => {
  const plan = await planWish(wish);
  expect(plan).toMatchObject({
    kind: 'needsAnswers',
    questions: [
      {
        text: 'Postgres cannot make character varying[] of the text in posts.tags by itself. How?',
        choices: [
          {
            label: 'Each value is one with commas between, as simple-array has it',
            option: 'using',
            value: `posts.tags=string_to_array("tags", ',')::character varying[]`,
            isOpen: false,
          },
          {
            label: 'Each value is a single one',
            option: 'using',
            value: 'posts.tags=CASE WHEN "tags" IS NOT NULL THEN ARRAY["tags"]::character varying[] END',
            isOpen: false,
          },
          { label: 'By an SQL expression', option: 'using', value: 'posts.tags=', isOpen: true },
        ],
      },
    ],
  });
  if (plan.kind !== 'needsAnswers') throw new Error(plan.kind);
  for (const { value } of plan.questions[0]?.choices.slice(0, 2) ?? []) {
    expect(sqlOf(await planWish({ ...wish, using: [value] }))).toHaveLength(1);
  }
});
