import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { labels: ['state.gone=new'], allow: ['all'] };
