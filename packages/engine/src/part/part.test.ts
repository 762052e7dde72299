import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { queryRows } from '../../test/query-rows';
import { withConnection } from '../connect/connect';
import { readSchema } from '../read/read-schema';
import { listDifferences } from '../schema/list-differences';
import type { Schema } from '../schema/schema';
import { withScratchDatabase } from '../scratch/scratch-database';
import { buildStart } from './build-start';
import { findPart, partAround } from './find-part';
import { hasNameTwice } from './has-name-twice';
import { restrictSchema } from './restrict-schema';
import { spliceSchema } from './splice-schema';
import { unitValues } from './unit-values';

const made = `
  CREATE SCHEMA "Shop's";
  CREATE TYPE mood AS ENUM ('sad', 'ok');
  CREATE DOMAIN code AS text CHECK (VALUE <> '');
  CREATE SEQUENCE ticket;
  CREATE FUNCTION next_ticket() RETURNS bigint LANGUAGE sql AS 'SELECT nextval(''ticket'')';
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TABLE country (code code PRIMARY KEY);
  CREATE TABLE person (id serial PRIMARY KEY, mood mood NOT NULL DEFAULT 'ok', country code REFERENCES country,
    boss int REFERENCES person, ticket bigint DEFAULT next_ticket());
  CREATE INDEX person_mood ON person (mood) WHERE mood = 'sad';
  CREATE TRIGGER person_touch BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touch();
  CREATE TABLE "Shop's"."Order" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person int REFERENCES person, note text);
  CREATE TABLE archive () INHERITS ("Shop's"."Order");
  CREATE VIEW sad_people AS SELECT id, country FROM person WHERE mood = 'sad';
  CREATE MATERIALIZED VIEW sad_count AS SELECT count(*) AS count FROM sad_people;
  CREATE STATISTICS person_stats ON mood, country FROM person;
  CREATE TABLE alone (id int PRIMARY KEY);
  CREATE TABLE event (at date PRIMARY KEY) PARTITION BY RANGE (at);
  CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
  CREATE TABLE event_rest PARTITION OF event DEFAULT;
  CREATE TABLE visit (at date REFERENCES event);`;

let database: TestDatabase;
let schema: Schema;
beforeAll(async () => {
  database = await createTestDatabase();
  await queryRows(database.url, made);
  schema = await withConnection(database.url, (client) => readSchema(client));
});
afterAll(() => database.drop());

async function after(sql: string): Promise<Schema> {
  const changed = await createTestDatabase();
  await queryRows(changed.url, `${made}; ${sql}`);
  const found = await withConnection(changed.url, (client) => readSchema(client));
  await changed.drop();
  return found;
}

const tables = (part: ReadonlySet<string>) =>
  [...part].filter((unit) => /^(table|view|materializedView) /.test(unit)).sort();

describe('a part of a schema', () => {
  it.each([
    ['ALTER TABLE alone ADD COLUMN name text', ['table "public"."alone"']],
    [
      'ALTER TABLE country ADD COLUMN name text',
      // Who refers to it is there, without what that refers to besides.
      ['table "public"."country"', 'table "public"."person"'],
    ],
    ['ALTER TABLE archive ADD COLUMN at date', ['table "Shop\'s"."Order"', 'table "public"."archive"']],
    [
      `ALTER TYPE mood ADD VALUE 'glad'`,
      // Its foreign keys depend on a table that is touched, and need both their ends.
      [
        'materializedView "public"."sad_count"',
        'table "Shop\'s"."Order"',
        'table "public"."country"',
        'table "public"."person"',
        'view "public"."sad_people"',
      ],
    ],
    [
      'DROP TABLE visit; DROP TABLE event_1; CREATE TABLE visit (at date REFERENCES event)',
      // The other partitions, which have to hold its rows, and who refers to the whole.
      [
        'table "public"."event"',
        'table "public"."event_1"',
        'table "public"."event_rest"',
        'table "public"."visit"',
      ],
    ],
    ['CREATE TABLE extra (id int REFERENCES alone)', ['table "public"."alone"', 'table "public"."extra"']],
  ])('is what a change can touch, and what that needs: %s', async (sql, expected) => {
    expect(tables(findPart({ from: schema, to: await after(sql) }))).toEqual(expected);
  });

  it('stands by itself, and put back makes the whole', async () => {
    for (const unit of unitValues(schema).keys()) {
      const part = partAround(schema, [unit]);
      const restricted = restrictSchema(schema, part);
      expect(spliceSchema(schema, part, restricted)).toEqual(schema);
      const built = await withScratchDatabase(database.url, ({ url }) =>
        withConnection(url, async (client) => {
          await buildStart(client, restricted);
          return readSchema(client);
        }),
      );
      expect([unit, listDifferences(built, restricted)]).toEqual([unit, []]);
    }
  });

  it('is replaced by what came of it, and the rest stays', async () => {
    const to = await after(
      `ALTER TABLE country ADD COLUMN name text; DROP TABLE alone; CREATE TABLE fresh (id code)`,
    );
    const part = findPart({ from: schema, to });
    expect(spliceSchema(schema, part, restrictSchema(to, part))).toEqual(to);
  });

  it('does not go with a name that something outside of it has', () => {
    expect(hasNameTwice(schema)).toBe(false);
    const [enumType] = schema.enums;
    if (enumType === undefined) throw new Error('no enum was read');
    for (const name of ['person_mood', 'person_pkey', 'person_id_seq', 'sad_people', 'code']) {
      expect([name, hasNameTwice({ ...schema, enums: [{ ...enumType, name }] })]).toEqual([name, true]);
    }
  });
});
