import { lintStatement, type Surroundings } from './lint-statement';

const around: Surroundings = {
  isTransactional: true,
  created: new Set(['fresh']),
  validated: new Set(['checked']),
};
const found = (statement: string, more: Partial<Surroundings> = {}) =>
  lintStatement(statement, { ...around, ...more }).map(({ level, rule }) => `${level} ${rule}`);

test.each([
  ['DROP TABLE "public"."widgets"', 'hazard loses-data'],
  ['DROP TABLE widgets CASCADE', 'hazard cascade', 'hazard loses-data'],
  ['DROP SCHEMA archive', 'hazard loses-data'],
  ['ALTER TABLE widgets DROP COLUMN color', 'hazard loses-data'],
  ['ALTER TABLE widgets DROP color', 'hazard loses-data'],
  ['ALTER TABLE widgets ALTER a DROP NOT NULL, DROP b', 'hazard loses-data'],
  ['ALTER TABLE widgets RENAME COLUMN a TO b', 'hazard breaks-deployed-code'],
  ['ALTER TABLE widgets RENAME TO things', 'hazard breaks-deployed-code'],
  ['CREATE UNIQUE INDEX a ON widgets (a)', 'hazard blocks-writes'],
  ['ALTER TABLE widgets ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES b (id)', 'hazard blocks-writes'],
  ['ALTER TABLE widgets ADD CHECK (a IS NOT NULL)', 'hazard blocks-writes'],
  ['ALTER TABLE widgets ADD CONSTRAINT "a b" UNIQUE (a)', 'hazard blocks-reads'],
  ['ALTER TABLE widgets ALTER COLUMN a TYPE bigint', 'hazard blocks-reads'],
  ['ALTER TABLE widgets ALTER a SET DATA TYPE bigint', 'hazard blocks-reads'],
  ['ALTER TABLE widgets ALTER COLUMN a SET NOT NULL', 'hazard blocks-reads'],
  ['ALTER TABLE widgets ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid()', 'hazard blocks-reads'],
  ['ALTER TABLE widgets ADD n bigserial', 'hazard blocks-reads'],
  ['ALTER TABLE widgets ADD COLUMN a text NOT NULL', 'hazard may-fail'],
  ['UPDATE widgets SET a = 1', 'hazard blocks-writes'],
  ['DELETE FROM widgets WHERE id = 1', 'wrong hard-delete'],
  ['WITH gone AS (SELECT 1) DELETE FROM widgets', 'wrong hard-delete'],
  ['TRUNCATE widgets', 'wrong hard-delete'],
  ['COMMIT', 'wrong transaction-control'],
  ['ROLLBACK', 'wrong transaction-control'],
  ['COPY widgets (a, b) FROM STDIN WITH (FORMAT csv)', 'wrong psql-only'],
  [String.raw`\connect shop`, 'wrong psql-only'],
  [String.raw`\.`, 'wrong psql-only'],
  ['CREATE INDEX CONCURRENTLY a ON widgets (a)', 'wrong needs-no-transaction'],
])('%s: %s', (statement, ...rules) => {
  expect(found(statement)).toEqual(rules);
});

test.each([
  'CREATE TABLE things (id int NOT NULL)',
  'ALTER TABLE widgets ADD COLUMN a text',
  'ALTER TABLE widgets ADD COLUMN a text DEFAULT now() NOT NULL',
  'ALTER TABLE widgets ADD CONSTRAINT ck CHECK (a > 0) NOT VALID',
  'ALTER TABLE widgets VALIDATE CONSTRAINT ck',
  'ALTER TABLE widgets ADD CONSTRAINT uq UNIQUE USING INDEX uq',
  'ALTER TABLE widgets ALTER a DROP DEFAULT',
  'ALTER TABLE widgets DROP CONSTRAINT ck',
  'ALTER TABLE widgets RENAME CONSTRAINT a TO b',
  'ALTER TABLE checked ALTER COLUMN a SET NOT NULL',
  'UPDATE widgets SET a = 1 WHERE a IS NULL',
  'CREATE INDEX a ON fresh (a)',
  'ALTER TABLE "public"."fresh" ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES b (id)',
  'ROLLBACK TO SAVEPOINT a',
  'REFRESH MATERIALIZED VIEW CONCURRENTLY totals',
  'DROP INDEX a',
  `DELETE FROM "public"."typeorm_metadata" WHERE "name" = ''`,
  "COPY widgets FROM ''",
  'COPY widgets TO STDOUT',
])('nothing is said about: %s', (statement) => {
  expect(found(statement)).toEqual([]);
});

test('what cannot run in a transaction is right where there is none', () => {
  expect(found('CREATE INDEX CONCURRENTLY a ON widgets (a)', { isTransactional: false })).toEqual([]);
});
