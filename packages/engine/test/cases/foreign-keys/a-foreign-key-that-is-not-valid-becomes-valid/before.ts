import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.a (id int PRIMARY KEY)`,
  `CREATE TABLE ${schema}.b (a int)`,
  `ALTER TABLE ${schema}.b ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES ${schema}.a NOT VALID`,
];
