import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { using: ['widget.value=value::uuid'] };
