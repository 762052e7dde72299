import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE TABLE ${schema}."say ""hi""" (id serial PRIMARY KEY, "a""b" text DEFAULT 'x', "back\\slash" int)`,
  `CREATE INDEX "in""dex" ON ${schema}."say ""hi""" ("a""b")`,
  `CREATE TYPE ${schema}."ty""pe" AS ENUM ('a"b')`,
  `ALTER TABLE ${schema}."say ""hi""" ADD "e""n" ${schema}."ty""pe" DEFAULT 'a"b'`,
];
