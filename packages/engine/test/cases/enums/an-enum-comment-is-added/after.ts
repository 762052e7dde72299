import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TYPE ${schema}.e AS ENUM ('a')`,
  `COMMENT ON TYPE ${schema}.e IS 'letters'`,
];
