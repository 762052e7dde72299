import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE UNLOGGED TABLE ${schema}.cache (id serial PRIMARY KEY, key text NOT NULL)`,
  `CREATE UNIQUE INDEX by_key ON ${schema}.cache (key)`,
  `ALTER TABLE ${schema}.cache REPLICA IDENTITY USING INDEX by_key`,
  `CREATE TABLE ${schema}.log (line text)`,
  `ALTER TABLE ${schema}.log REPLICA IDENTITY FULL`,
];
