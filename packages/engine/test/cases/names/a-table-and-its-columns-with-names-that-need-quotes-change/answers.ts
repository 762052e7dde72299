import type { AnswerTexts } from '../../../../src/answers/answers';

export const answers: AnswerTexts = {
  renames: ['"Select Table"."it\'s old"="it\'s new"'],
  backfills: ['"Select Table".order=\'\''],
};
