import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { renames: ['old.widget=new.widget'], allow: ['all'] };
