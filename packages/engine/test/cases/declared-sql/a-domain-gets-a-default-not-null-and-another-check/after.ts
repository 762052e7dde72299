import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE DOMAIN ${schema}.email AS text DEFAULT 'a@b' NOT NULL CONSTRAINT at_sign CHECK (VALUE LIKE '%@%') CONSTRAINT short CHECK (length(VALUE) < 50)`,
  `CREATE TABLE ${schema}.t (mail ${schema}.email)`,
];
