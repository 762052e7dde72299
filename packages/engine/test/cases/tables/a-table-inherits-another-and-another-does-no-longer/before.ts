import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.parent (a int)`,
  `CREATE TABLE ${schema}.x (a int, b int) INHERITS (${schema}.parent)`,
  `CREATE TABLE ${schema}.y (a int, b int)`,
];
