import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { backfills: ["widget.name='none'"] };
