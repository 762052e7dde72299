import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TYPE ${schema}.mood AS ENUM ('sad', 'ok', 'new')`,
  `CREATE DOMAIN ${schema}.calm AS ${schema}.mood CHECK (VALUE <> 'sad')`,
  `CREATE TYPE ${schema}.pair AS (one ${schema}.mood, two int)`,
  `CREATE TABLE ${schema}.t (a ${schema}.calm, b ${schema}.mood)`,
];
