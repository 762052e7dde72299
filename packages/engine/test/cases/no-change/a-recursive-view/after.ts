import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.node (id int PRIMARY KEY, parent int REFERENCES ${schema}.node)`,
  `CREATE VIEW ${schema}.path AS WITH RECURSIVE up AS (SELECT id, parent, 1 AS depth FROM ${schema}.node UNION ALL SELECT n.id, n.parent, up.depth + 1 FROM ${schema}.node n JOIN up ON up.id = n.parent) SELECT * FROM up`,
];
