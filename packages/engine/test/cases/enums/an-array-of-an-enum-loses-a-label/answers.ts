import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = { labels: ['widget_mood_enum.happy=sad'], allow: ['all'] };
