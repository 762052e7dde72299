import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE UNLOGGED TABLE ${schema}.a (id serial PRIMARY KEY)`,
  `CREATE TABLE ${schema}.b (id serial PRIMARY KEY)`,
];
