import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.a (id serial PRIMARY KEY)`,
  `CREATE UNLOGGED TABLE ${schema}.b (id serial PRIMARY KEY)`,
];
