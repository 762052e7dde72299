import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.tenant (a int, b int, PRIMARY KEY (a, b))`,
  `CREATE TABLE ${schema}.guest (a int, b int, CONSTRAINT tenant FOREIGN KEY (a, b) REFERENCES ${schema}.tenant ON DELETE SET NULL (b))`,
];
