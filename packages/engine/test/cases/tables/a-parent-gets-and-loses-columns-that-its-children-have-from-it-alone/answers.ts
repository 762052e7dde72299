import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { allow: ['drop-column:parent.b'], renames: [] };
