import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { renames: ['widget=gadget', 'type:widget_kind_enum=gadget_kind_enum'] };
