import type { CaseModels } from '../../../harness/case-folder';

export const entities: CaseModels['entities'] = [];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE SEQUENCE ${schema}.plain`,
  `CREATE SEQUENCE ${schema}.odd AS smallint INCREMENT -2 MINVALUE -100 MAXVALUE -2 START -10 CACHE 5 CYCLE`,
  `CREATE TABLE ${schema}.ticket (number bigint DEFAULT nextval($$${schema}.plain$$), id int)`,
  `CREATE SEQUENCE ${schema}.owned OWNED BY ${schema}.ticket.id`,
];
