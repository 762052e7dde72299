import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { allow: ['all'] };
