import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.parent (a int, d int)`,
  `CREATE TABLE ${schema}.child (c int) INHERITS (${schema}.parent)`,
  `CREATE TABLE ${schema}.grandchild () INHERITS (${schema}.child)`,
];
