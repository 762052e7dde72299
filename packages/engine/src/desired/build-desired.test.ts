import {
  BaseEntity,
  Column,
  DataSource,
  Entity,
  EntitySchema,
  Index,
  JoinTable,
  ManyToMany,
  ManyToOne,
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
});
