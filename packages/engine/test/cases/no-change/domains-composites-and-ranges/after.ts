import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE DOMAIN ${schema}.email AS text COLLATE "C" DEFAULT 'a@b' NOT NULL CONSTRAINT at_sign CHECK (VALUE LIKE '%@%') CHECK (length(VALUE) < 100)`,
  `CREATE TYPE ${schema}.address AS (street text, number int, tags text[])`,
  `CREATE TYPE ${schema}.span AS RANGE (subtype = float8)`,
  `CREATE TABLE ${schema}.shop (id int PRIMARY KEY, mail ${schema}.email, place ${schema}.address, spans ${schema}.span, mails ${schema}.email[])`,
  `COMMENT ON DOMAIN ${schema}.email IS 'an address'`,
  `COMMENT ON TYPE ${schema}.address IS 'a place'`,
];
