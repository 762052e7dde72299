import { makeHistory } from '../../test/make-history';
import { typeormGround } from './typeorm-ground';

const metadata =
  'INSERT INTO "typeorm_metadata"("database", "schema", "table", "type", "name", "value") VALUES (DEFAULT)';
const metadataTable =
  'CREATE TABLE IF NOT EXISTS "typeorm_metadata" ("type" character varying NOT NULL, "database" character varying, "schema" character varying, "table" character varying, "name" character varying, "value" text)';

describe('typeormGround', () => {
  const cases: Readonly<Record<string, readonly [up: readonly string[], ground: readonly string[]]>> = {
    'nothing of the kind': [['CREATE TABLE "note" ("cube" integer, "citext" text)'], []],
    'uuids that TypeORM has generated': [
      ['CREATE TABLE "note" ("id" uuid DEFAULT uuid_generate_v4())'],
      ['CREATE EXTENSION IF NOT EXISTS "uuid-ossp"'],
    ],
    'uuids of an extension that the history makes before': [
      ['CREATE EXTENSION "uuid-ossp"', 'CREATE TABLE "note" ("id" uuid DEFAULT uuid_generate_v4())'],
      [],
    ],
    'uuids of an extension that the history makes after': [
      [
        'CREATE TABLE "note" ("id" uuid DEFAULT uuid_generate_v4())',
        'CREATE EXTENSION IF NOT EXISTS "uuid-ossp"',
      ],
      ['CREATE EXTENSION IF NOT EXISTS "uuid-ossp"'],
    ],
    'a function of that name of its own': [
      [
        'CREATE FUNCTION uuid_generate_v4() RETURNS uuid RETURN gen_random_uuid()',
        'SELECT uuid_generate_v4()',
      ],
      [],
    ],
    'a type of an extension': [
      ['CREATE TABLE "note" ("a" citext NOT NULL, "b" geography(Point,4326))'],
      ['CREATE EXTENSION IF NOT EXISTS "citext"', 'CREATE EXTENSION IF NOT EXISTS "postgis"'],
    ],
    'an exclusion over equal values': [
      ['ALTER TABLE "a" ADD CONSTRAINT "x" EXCLUDE USING gist ("room" WITH =, "at" WITH &&)'],
      ['CREATE EXTENSION IF NOT EXISTS "btree_gist"'],
    ],
    'a schema that nobody makes': [
      ['CREATE TYPE "sales"."state" AS ENUM (\'new\'); CREATE TABLE "public"."note" ()'],
      ['CREATE SCHEMA IF NOT EXISTS "sales"'],
    ],
    'a schema that the history makes, or renames': [
      [
        'CREATE SCHEMA sales',
        'CREATE TABLE "sales"."note" ()',
        'ALTER SCHEMA sales RENAME TO "shop"; CREATE TABLE "shop"."a" ()',
      ],
      [],
    ],
    'a view in its table': [[metadata], [metadataTable]],
    'a view in its table, which the history makes': [['CREATE TABLE "typeorm_metadata" ()', metadata], []],
    'a view in its table in a schema': [
      [metadata.replace('"typeorm', '"app"."typeorm')],
      [metadataTable.replace('"typeorm', '"app"."typeorm')],
    ],
  };

  it.each(Object.entries(cases))('%s', (_name, [up, ground]) => {
    const { migrations } = makeHistory(...up.map((sql, at) => ({ slug: `m${at}`, up: sql })));
    expect(typeormGround(migrations)).toEqual(ground);
  });

  it('asks only for what is still to be run', () => {
    const { migrations } = makeHistory(
      { slug: 'a', up: 'SELECT uuid_generate_v4()' },
      { slug: 'b', up: 'SELECT 1' },
    );
    expect(typeormGround(migrations, migrations.slice(1))).toEqual([]);
  });
});
