import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}."say ""hi""" ("a""b" int)`,
  `CREATE INDEX "in""dex" ON ${schema}."say ""hi""" ("a""b")`,
];
