import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { renames: ['label:widget_mood_enum.ok=fine'] };
