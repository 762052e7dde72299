import { planMigration } from '@retort/engine';
import { EntitySchema } from 'typeorm';

const Pet = new EntitySchema({
  name: 'Pet',
  tableName: 'pets',
  columns: { id: { type: 'integer', primary: true }, name: { type: 'text' } },
});

/** What is to be run, or asked, or decided, so that the database holds what the entities mean. */
export async function planPets(url: string): Promise<string> {
  const plan = await planMigration({ from: url, to: { entities: [Pet] } });
  switch (plan.kind) {
    case 'empty':
      return 'Nothing to do.';
    case 'ready':
      return [...plan.up.map(({ sql }) => `${sql};`), ...plan.notes].join('\n');
    case 'needsAnswers':
      return plan.questions
        .map(({ text, choices }) => [text, ...choices.map(({ value }) => value)].join('\n'))
        .join('\n');
    case 'refused':
      return plan.refusals.map(({ what, next }) => `${what}\n${next}`).join('\n');
  }
}
