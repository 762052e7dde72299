import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { allow: ['drop-table:old_item'] };
