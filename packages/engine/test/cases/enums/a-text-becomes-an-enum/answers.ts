import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers = (schema: string): AnswerTexts => ({
  using: [`widget.mood=mood::${schema}.widget_mood_enum`],
});
