import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TYPE ${schema}.span AS RANGE (subtype = float8, subtype_diff = float8mi)`,
  `CREATE TABLE ${schema}.t (s ${schema}.span)`,
];
