import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { using: ['widget.value=value::character varying(5)'] };
