import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.parent (a int)`,
  `CREATE TABLE ${schema}.other (a int, b int)`,
  `CREATE TABLE ${schema}.leaves (b int)`,
  `CREATE TABLE ${schema}.keeps (a int)`,
  `CREATE TABLE ${schema}.joins () INHERITS (${schema}.parent)`,
  `CREATE TABLE ${schema}.lacks (b int) INHERITS (${schema}.parent)`,
  `CREATE TABLE ${schema}.moves () INHERITS (${schema}.other)`,
];
