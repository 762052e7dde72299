import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.parent (a int)`,
  `CREATE TABLE ${schema}.other (a int, b int)`,
  `CREATE TABLE ${schema}.leaves () INHERITS (${schema}.parent)`,
  `CREATE TABLE ${schema}.keeps () INHERITS (${schema}.parent)`,
  `CREATE TABLE ${schema}.joins (a int)`,
  `CREATE TABLE ${schema}.lacks (b int)`,
  `CREATE TABLE ${schema}.moves () INHERITS (${schema}.parent)`,
];
