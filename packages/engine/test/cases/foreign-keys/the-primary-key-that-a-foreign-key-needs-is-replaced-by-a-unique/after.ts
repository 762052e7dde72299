import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.a (id int NOT NULL, CONSTRAINT one UNIQUE (id))`,
  `CREATE TABLE ${schema}.b (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES ${schema}.a (id))`,
];
