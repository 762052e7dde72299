import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.parent (a int, c int DEFAULT 1)`,
  `CREATE TABLE ${schema}.child (b int) INHERITS (${schema}.parent)`,
];
