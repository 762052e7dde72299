import {
  BaseEntity,
  Check,
  Column,
  DataSource,
  Entity,
  EntitySchema,
  Index,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Tree,
  TreeChildren,
  TreeParent,
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

const named = (objects: readonly { readonly schema: string; readonly name: string }[]) =>
  objects.map(({ schema, name }) => `${schema}.${name}`);
const table = ({ tables }: Schema, name: string) => tables.find((one) => one.name === name);

describe('buildDesired', () => {
  it('makes schemas, shared enums once, foreign keys that go round, join tables and closure tables', async () => {
    @Entity({ schema: "Shop's A" })
    class Customer {
      @PrimaryGeneratedColumn('uuid') id!: string;
      @Column({ type: 'enum', enum: ['new', 'old'], enumName: 'state', default: 'new' }) state!: string;
      @ManyToOne(() => Order, { nullable: true }) lastOrder!: unknown;
      @ManyToMany(() => Order) @JoinTable({ name: 'watched' }) watched!: unknown[];
    }
    @Entity({ schema: "Shop's A" })
    class Order {
      @PrimaryGeneratedColumn() id!: number;
      @Column({ type: 'enum', enum: ['new', 'old'], enumName: 'state', array: true }) states!: string[];
      @ManyToOne(() => Customer) customer!: Customer;
    }
    @Entity()
    @Tree('closure-table')
    class Category {
      @PrimaryGeneratedColumn() id!: number;
      @TreeParent() parent!: Category;
      @TreeChildren() children!: Category[];
    }
    const { schema, warnings } = await desired({ entities: { entities: [Customer, Order, Category] } });
    expect(named(schema.tables)).toEqual([
      "Shop's A.customer",
      "Shop's A.order",
      "Shop's A.watched",
      'public.category',
      'public.category_closure',
    ]);
    expect(named(schema.enums)).toEqual(["Shop's A.state"]);
    expect(schema.extensions).toEqual([{ name: 'uuid-ossp', schema: 'public' }]);
    const keys = schema.tables.flatMap(({ constraints }) =>
      constraints.filter(({ kind }) => kind === 'foreignKey'),
    );
    expect(keys).toHaveLength(7);
    expect(warnings).toEqual([]);
  });

  it('orders views that say so and those that do not, and keeps what TypeORM notes of them', async () => {
    @ViewEntity({ name: 'a_reads_z', expression: 'SELECT n FROM z_reads_m' })
    class A {}
    @ViewEntity({ name: 'z_reads_m', expression: 'SELECT n FROM m', materialized: true })
    class Z {
      @Index() @Column() n!: number;
    }
    @ViewEntity({ name: 'm', expression: 'SELECT 1 AS n' })
    class M {}
    @Entity()
    class Person {
      @PrimaryColumn('text') name!: string;
      @Column({ type: 'int', generatedType: 'STORED', asExpression: 'length("name")' }) length!: number;
    }
    const { schema } = await desired({ entities: { entities: [A, Z, M, Person] } });
    expect(named(schema.views)).toEqual(['public.a_reads_z', 'public.m']);
    expect(schema.materializedViews.map(({ name, indexes }) => [name, indexes.length])).toEqual([
      ['z_reads_m', 1],
    ]);
    expect(
      schema.typeormMetadata?.rows.map(({ type, database, name }) => [type, database.kind, name]),
    ).toEqual([
      ['GENERATED_COLUMN', 'current', 'length'],
      ['MATERIALIZED_VIEW', 'none', 'z_reads_m'],
      ['VIEW', 'none', 'a_reads_z'],
      ['VIEW', 'none', 'm'],
    ]);
    expect(table(schema, 'typeorm_metadata')).toBeUndefined();
  });

  it('takes EntitySchema, a default schema, a prefix, and the cache in the database; runs no subscriber', async () => {
    const Thing = new EntitySchema<{ id: number }>({
      name: 'Thing',
      columns: { id: { type: Number, primary: true } },
    });
    class Subscriber {
      constructor() {
        throw new Error('it ran');
      }
    }
    const { schema } = await desired({
      entities: {
        entities: [Thing],
        schema: 'app',
        entityPrefix: 'x_',
        cache: true,
        subscribers: [Subscriber],
      },
    });
    expect(named(schema.tables)).toEqual(['app.query-result-cache', 'app.x_thing']);
  });

  it('runs declared SQL after the entities, or before them where they need it', async () => {
    @Entity()
    class Ticket {
      @PrimaryColumn({ type: 'text', default: () => 'next_code()' }) code!: string;
    }
    const { schema } = await desired({
      entities: { entities: [Ticket] },
      sql: [
        { path: '1.sql', text: 'CREATE INDEX by_code ON ticket (lower(code))' },
        { path: '2.sql', text: `CREATE FUNCTION next_code() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$` },
      ],
    });
    expect(table(schema, 'ticket')?.indexes.map(({ name }) => name)).toEqual(['by_code']);
    expect(table(schema, 'ticket')?.columns[0]?.value).toEqual({
      kind: 'default',
      expression: 'public.next_code()',
    });
  });

  it('leaves out what TypeORM is told to leave alone, and says what that is', async () => {
    @Entity({ synchronize: false })
    class Foreign {
      @PrimaryColumn('int') id!: number;
      @Column({ type: 'enum', enum: ['a'] }) kind!: string;
    }
    @Entity()
    @Index('by_hand', { synchronize: false })
    class Own {
      @PrimaryColumn('int') id!: number;
      @ManyToOne(() => Foreign) foreign!: Foreign;
    }
    const { schema, unmanaged } = await desired({ entities: { entities: [Foreign, Own] } });
    expect(named(schema.tables)).toEqual(['public.own']);
    expect(schema.enums).toEqual([]);
    expect(
      table(schema, 'own')
        ?.constraints.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['foreignKey', 'primaryKey']);
    expect(unmanaged).toEqual({
      tables: [{ schema: 'public', name: 'foreign' }],
      enums: [{ schema: 'public', name: 'foreign_kind_enum' }],
      indexes: [{ schema: 'public', table: 'own', name: 'by_hand' }],
    });
  });

  it('keeps the order of columns of another schema, and so what * means in a view', async () => {
    @Entity({ name: 'person' })
    class Before {
      @PrimaryColumn('int') id!: number;
      @Column('text') name!: string;
    }
    @Entity({ name: 'person' })
    class After {
      @PrimaryColumn('int') id!: number;
      @Column('text') email!: string;
      @Column('text') name!: string;
    }
    @ViewEntity({ expression: 'SELECT * FROM person' })
    class People {}
    const like = (await desired({ entities: { entities: [Before] } })).schema;
    const { schema } = await desired({ entities: { entities: [After, People] }, like });
    expect(table(schema, 'person')?.columns.map(({ name }) => name)).toEqual(['id', 'name', 'email']);
    expect(schema.views[0]?.columns.map(({ name }) => name)).toEqual(['id', 'name', 'email']);
  });

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
    class Text {
      @PrimaryColumn('int') id!: number;
      @Column('halfvec', { length: 3 }) meaning!: number[];
    }
    expect(await refused({ entities: { entities: [Text] } })).toMatchObject({
      what: 'Postgres refuses the entity Text: type "halfvec" does not exist',
      next: 'The type halfvec comes with the extension vector (pgvector), which TypeORM could not install on this server: install it there, or name a server that has it.',
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

  it('does not take an active record away from its data source', async () => {
    @Entity()
    class Active extends BaseEntity {
      @PrimaryColumn('int') id!: number;
    }
    const theirs = new DataSource({ type: 'postgres', entities: [Active] });
    Active.useDataSource(theirs);
    await desired({ entities: { entities: [Active] } });
    expect(Reflect.get(Active, 'dataSource')).toBe(theirs);
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
