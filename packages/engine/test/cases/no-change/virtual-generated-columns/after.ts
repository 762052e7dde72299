import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.person (first text, last text, whole text GENERATED ALWAYS AS (first || ' ' || last) VIRTUAL, size int GENERATED ALWAYS AS (length(first)) STORED)`,
];
