import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.animal (id int PRIMARY KEY, name text NOT NULL DEFAULT 'x', CONSTRAINT named CHECK (name <> ''))`,
  `CREATE TABLE ${schema}.bird (wings int DEFAULT 2, CONSTRAINT two CHECK (wings = 2)) INHERITS (${schema}.animal)`,
];
