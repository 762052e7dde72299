import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { allow: ['drop-column:widget.mood', 'drop-type:widget_mood_enum'] };
