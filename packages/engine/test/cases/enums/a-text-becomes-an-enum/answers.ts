import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { using: ['widget.mood=mood::widget_mood_enum'] };
