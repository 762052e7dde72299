import {
  BaseEntity,
  Check,
  Column,
  type ColumnType,
  Entity,
  EntitySchema,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  ViewEntity,
} from 'typeorm';
import type { Schema } from '../schema/schema';
import { buildDesired, type DesiredOptions } from './build-desired';

const scratch = String(process.env.RETORT_TEST_SERVER);

async function desired(options: Omit<DesiredOptions, 'scratch'>) {
  return buildDesired({ ...options, scratch });
}

async function refused(options: Omit<DesiredOptions, 'scratch'>) {
  const error = await desired(options).then(
    () => undefined,
    (caught: Error & { at?: string; next?: string }) => caught,
  );
  return error && { what: error.message, at: error.at, next: error.next };
}

const byHand = 'Do it in a migration written by hand: make db-prepare MSG="…" MANUAL=1';
const ofServer = 'Do it where the server is set up';

const table = ({ tables }: Schema, name: string) => tables.find((one) => one.name === name);

describe('what buildDesired refuses', () => {
  it('names the column whose default Postgres refuses', async () => {
    @Entity()
    class Widget {
      @PrimaryColumn('int') id!: number;
      @Column({ type: 'int', default: 'red' }) weight!: number;
    }
    expect(await refused({ entities: { entities: [Widget] } })).toEqual({
      what: 'Postgres refuses the entity Widget: invalid input syntax for type integer: "red"',
      at: `Widget.weight, in CREATE TABLE "widget" ("id" integer NOT NULL, "weight" integer NOT NULL DEFAULT 'red', CONSTRAINT "PK_feb5fda4f8d30bbe0022f4ca804" PRIMARY KEY ("id"))`,
      next: 'Correct Widget.weight.',
    });
  });

  it('says which extension a type comes with', async () => {
    @Entity()
    class Shop {
      @PrimaryColumn('int') id!: number;
      @Column('geometry') place!: string;
    }
    expect(await refused({ entities: { entities: [Shop] } })).toMatchObject({
      what: 'Postgres refuses the entity Shop: type "geometry" does not exist',
      next: 'The type geometry comes with the extension postgis, which TypeORM could not install on this server: install it there, or name a server that has it.',
    });
  });

  it('has the extension of a function where the history made it, and else says which', async () => {
    const Token = new EntitySchema({
      name: 'Token',
      columns: { id: { type: 'uuid', primary: true, default: () => 'uuid_generate_v4()' } },
    });
    const entities = { entities: [Token] };
    expect(await refused({ entities })).toMatchObject({
      what: 'Postgres refuses the entity Token: function uuid_generate_v4() does not exist',
      next: `The function uuid_generate_v4 comes with the extension uuid-ossp: make that in a migration, CREATE EXTENSION "uuid-ossp", or have TypeORM do so, extensions: ['uuid-ossp'] in the data source.`,
    });
    const { schema: like } = await desired({
      entities: { entities: [] },
      sql: ['CREATE EXTENSION "uuid-ossp"; CREATE EXTENSION citext'],
    });
    const { schema } = await desired({ entities, like });
    expect(table(schema, 'token')).toMatchObject({
      columns: [{ value: { expression: 'public.uuid_generate_v4()' } }],
    });
  });

  it('says how to write what TypeORM does not quote', async () => {
    @Entity()
    class Clock {
      @PrimaryColumn({ type: 'text', default: "o'clock" }) at!: string;
    }
    @Entity({ name: 'a"b' })
    class Odd {
      @PrimaryColumn('text') at!: string;
    }
    expect((await refused({ entities: { entities: [Clock] } }))?.next).toBe(
      `TypeORM does not double the quote in the default of Clock.at; write default: () => "'o''clock'"`,
    );
    expect((await refused({ entities: { entities: [Odd] } }))?.next).toBe(
      'TypeORM does not double the quote in the name a"b; give Odd a name without one.',
    );
  });

  it('says how to write a default that is an expression, and not a text', async () => {
    const withDefault = (type: ColumnType, said: string | (() => string)) =>
      new EntitySchema({
        name: 'Thing',
        columns: { id: { type: 'int', primary: true }, x: { type, default: said } },
      });
    const refusalOf = (type: ColumnType, said: string | (() => string)) =>
      refused({ entities: { entities: [withDefault(type, said)] } });
    expect(await refusalOf('uuid', 'gen_random_uuid()')).toEqual({
      what: 'Postgres refuses the entity Thing: invalid input syntax for type uuid: "gen_random_uuid()"',
      at: expect.stringMatching(/^Thing\.x, in CREATE TABLE /),
      next: "TypeORM takes the default of Thing.x for a value; write default: () => 'gen_random_uuid()'",
    });
    // Postgres takes it, as the time of this moment.
    expect(await refusalOf('timestamptz', 'now()')).toEqual({
      what: "The default 'now()' of Thing.x is a text, which Postgres reads once: every row would get the time at which the column was made.",
      at: 'the entity Thing.x',
      next: "Write default: () => 'now()'",
    });
    expect((await refusalOf('date', 'Today'))?.next).toBe("Write default: () => 'CURRENT_DATE'");
    expect((await refusalOf('timestamp', () => "'now'::timestamp"))?.next).toBe(
      "Write default: () => 'now()'",
    );
    expect(await refusalOf('timestamp', () => 'now()')).toBeUndefined();
    expect(await refusalOf('text', 'now()')).toBeUndefined();
  });

  it('says how to write a default that declared SQL writes as a moment, and Postgres reads once', async () => {
    const declared = (...defaults: readonly string[]) => ({
      entities: { entities: [] },
      sql: [`CREATE TABLE t (${defaults.map((one, at) => `c${at} ${one}`).join(', ')}) -- as 'now', 'today'`],
    });
    const day = '2020-02-29';
    expect(
      await refused(
        declared('timestamptz DEFAULT now()', `date DEFAULT '${day}'`, "text DEFAULT 'now'", 'date'),
      ),
    ).toBeUndefined();
    expect(await refused(declared(`date DEFAULT '${day}'`, "timestamp(0) DEFAULT 'now'"))).toEqual({
      what: 'The default of t.c1 is a moment written as a text, which Postgres reads once: every row would get the time at which the column was made.',
      at: 'the declared SQL',
      next: 'Write DEFAULT now()',
    });
    expect((await refused(declared("date DEFAULT 'tomorrow'")))?.next).toBe('Write DEFAULT CURRENT_DATE + 1');
    expect((await refused(declared("timetz DEFAULT 'now'")))?.next).toBe('Write DEFAULT now()');
    const domain = { entities: { entities: [] }, sql: ["CREATE DOMAIN d AS timestamptz DEFAULT 'today'"] };
    expect((await refused(domain))?.what).toMatch(/^The default of d is a moment /);
  });

  it('names the column whose default is a function that does not return SQL', async () => {
    @Entity()
    class Counter {
      @PrimaryColumn('int') id!: number;
      @Column({ type: 'int', default: () => 0 as unknown as string }) count!: number;
    }
    expect(await refused({ entities: { entities: [Counter] } })).toEqual({
      what: expect.stringMatching(
        /^TypeORM cannot write the table of Counter: value\.\w+ is not a function$/,
      ),
      at: 'the entity Counter.count',
      next: "Have the default of Counter.count return SQL as a text, such as default: () => 'now()', or say the value without a function.",
    });
  });

  it('names the entity whose check Postgres refuses, and the view, and the declared SQL with its line', async () => {
    @Entity()
    @Check('positive', 'wieght > 0')
    class Widget {
      @PrimaryColumn('int') id!: number;
    }
    @ViewEntity({ expression: 'SELECT * FROM nowhere' })
    class Nothing {}
    expect(await refused({ entities: { entities: [Widget] } })).toMatchObject({
      what: 'Postgres refuses the entity Widget: column "wieght" does not exist',
      next: 'Correct Widget.',
    });
    expect(await refused({ entities: { entities: [Nothing] }, sql: ['SELECT 1'] })).toMatchObject({
      what: 'Postgres refuses the entity Nothing: relation "nowhere" does not exist',
      at: 'Nothing, in CREATE VIEW "nothing" AS SELECT * FROM nowhere',
      next: 'Correct Nothing, the expression of the view.',
    });
    expect(
      await refused({
        entities: { entities: [] },
        sql: [{ path: 'sql/1.sql', text: 'SELECT 1;\nSELEC 2;' }],
      }),
    ).toEqual({
      what: 'Postgres refuses the declared SQL: syntax error at or near "SELEC"',
      at: 'sql/1.sql, line 2',
      next: 'Correct the SQL. It runs after the entities, in the order of the file names, on an empty database.',
    });
  });

  it.each([
    ['INSERT', 'INSERT INTO t VALUES (1); SELECT 1'],
    ['DELETE', 'DELETE FROM t'],
  ])('refuses declared SQL that changes rows: %s', async (command, text) => {
    expect(
      await refused({
        entities: { entities: [] },
        sql: ['CREATE TABLE t (a int)', { path: 'sql/1.sql', text }],
      }),
    ).toMatchObject({
      what: `The declared SQL changes rows (${command}), and a comparison of schemas does not find them.`,
      at: 'sql/1.sql',
      next: 'Change them in the seeds, or in a migration written by hand: make db-prepare MSG="…" MANUAL=1',
    });
  });

  it.each([
    ['changes default privileges', 'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC', byHand],
    ['changes the server', 'CREATE ROLE retort_never', ofServer],
    ['changes the server', 'GRANT CONNECT ON DATABASE a TO PUBLIC', ofServer],
    ['changes the server', "COMMENT ON DATABASE a IS ''", ofServer],
    ['changes the members of a role', 'GRANT a, "b ON c" TO d', ofServer],
    ['gives what is not compared', 'REVOKE ALL ON LARGE OBJECT 1 FROM PUBLIC', byHand],
  ])('refuses declared SQL that %s: %s', async (does, statement, next) => {
    const text = `CREATE TABLE "t ON DATABASE x" (a int); GRANT SELECT ON "t ON DATABASE x" TO PUBLIC; ${statement}`;
    expect(await refused({ entities: { entities: [] }, sql: [{ path: 'sql/1.sql', text }] })).toEqual({
      what: `The declared SQL ${does}, and a comparison of schemas does not find that: ${statement}`,
      at: 'sql/1.sql',
      next: expect.stringContaining(next),
    });
  });

  it('tells a type that this TypeORM does not know', async () => {
    @Entity()
    class Shop {
      @PrimaryColumn('int') id!: number;
      @Column('txt' as 'text') name!: string;
    }
    expect(await refused({ entities: { entities: [Shop] } })).toEqual({
      what: 'TypeORM does not accept the entities: Data type "txt" in "Shop.name" is not supported by "postgres" database.',
      at: 'the entity property Shop.name',
      next: 'Correct Shop.name; where Postgres has the type, a newer TypeORM may know it.',
    });
  });

  it('tells what TypeORM itself does not accept', async () => {
    @Entity()
    class Pet {
      @PrimaryColumn('int') id!: number;
      @ManyToOne(() => Owner) owner!: unknown;
    }
    class Owner {
      @OneToMany(() => Pet, 'owner') pets!: Pet[];
    }
    expect(await refused({ entities: { entities: [Pet] } })).toMatchObject({
      at: 'the entity property Pet#owner',
      next: 'Correct Pet#owner, or add the entity that it refers to to the list of the data source.',
    });
  });

  it('does not choose between two meanings of one enum', async () => {
    @Entity()
    class Shirt {
      @PrimaryColumn({ type: 'enum', enum: ['s', 'm'], enumName: 'size' }) size!: string;
    }
    @Entity()
    class Shoe extends BaseEntity {
      @PrimaryColumn({ type: 'enum', enum: ['40', '41'], enumName: 'size' }) size!: string;
    }
    expect(await refused({ entities: { entities: [Shirt, Shoe] } })).toEqual({
      what: 'Two columns declare the enum public.size with different labels: ["s","m"] and ["40","41"].',
      at: 'the column shoe.size',
      next: 'Give both columns the same enum, or one of them another enumName than size.',
    });
  });
});
