import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}.event (id bigint, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at)`,
  `CREATE TABLE ${schema}.event_2020 PARTITION OF ${schema}.event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')`,
  `CREATE TABLE ${schema}.event_2021 PARTITION OF ${schema}.event FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')`,
];
