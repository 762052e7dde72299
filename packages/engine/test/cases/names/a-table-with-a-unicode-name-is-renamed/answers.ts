import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { renames: ['stra\u00dfe=gr\u00f6\u00dfe'] };
