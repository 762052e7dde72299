import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { renames: ['type:mood=feeling'] };
