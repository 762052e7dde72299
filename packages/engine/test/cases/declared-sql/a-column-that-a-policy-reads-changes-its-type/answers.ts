import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { using: ['widget.name=name::character varying(50)'], allow: ['all'] };
