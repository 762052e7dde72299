import { Client } from 'pg';
import {
  Column,
  DataSource,
  Entity,
  EntitySchema,
  type EntitySchemaOptions,
  JoinTable,
  ManyToMany,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { readSchema } from '../read/read-schema';
import { listDifferences } from '../schema/list-differences';
import type { Schema } from '../schema/schema';
import { withScratchDatabase } from '../scratch/scratch-database';
import { buildDesired } from './build-desired';
import type { EntityOptions } from './entity-options';

const scratch = String(process.env.RETORT_TEST_SERVER);

type Options = EntitySchemaOptions<Record<string, unknown>>;

const user = (relation: NonNullable<Options['relations']>[string]) =>
  new EntitySchema<Record<string, unknown>>({
    name: 'User',
    columns: { id: { type: 'int', primary: true } },
    relations: { roles: relation },
  });
const role = (relations: Options['relations'] = {}) =>
  new EntitySchema<Record<string, unknown>>({
    name: 'Role',
    columns: { id: { type: 'int', primary: true } },
    relations,
  });
const roles = {
  type: 'many-to-many',
  target: 'Role',
  joinTable: { name: 'user_roles', joinColumn: { name: 'user_id' }, inverseJoinColumn: { name: 'role_id' } },
} as const;
const users = {
  type: 'many-to-many',
  target: 'User',
  joinTable: { name: 'user_roles', joinColumn: { name: 'role_id' }, inverseJoinColumn: { name: 'user_id' } },
} as const;
const userRole = (options: Partial<Options> = {}) =>
  new EntitySchema<Record<string, unknown>>({
    name: 'UserRole',
    tableName: 'user_roles',
    columns: { user_id: { type: 'int', primary: true }, role_id: { type: 'int', primary: true } },
    ...options,
  });

async function tableOf(entities: NonNullable<EntityOptions['entities']>, name: string) {
  const { schema, unmanaged } = await buildDesired({ entities: { entities }, scratch });
  expect(unmanaged.tables).toEqual([]);
  const table = schema.tables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

async function synchronized(entities: EntitySchema[]): Promise<Schema> {
  return withScratchDatabase(scratch, async ({ url }) => {
    const dataSource = new DataSource({ type: 'postgres', url, entities, synchronize: true });
    await dataSource.initialize();
    await dataSource.destroy();
    const client = new Client(url);
    await client.connect();
    const schema = await readSchema(client);
    await client.end();
    return schema;
  });
}

test('a join table that both sides own, and that is an entity too, is one table, as TypeORM synchronizes it', async () => {
  const entities = [user(roles), role({ users }), userRole()];
  const { schema } = await buildDesired({ entities: { entities }, scratch });
  expect(listDifferences(schema, await synchronized(entities))).toEqual([]);
  expect(schema.tables.map(({ name }) => name)).toEqual(['role', 'user', 'user_roles']);
});

test('a join table that both sides own keeps the order of its key, whichever of them is listed first', async () => {
  const built = await buildDesired({ entities: { entities: [user(roles), role({ users })] }, scratch });
  const entities = { entities: [role({ users }), user(roles)] };
  expect(await buildDesired({ entities, scratch, like: built.schema })).toEqual(built);
  expect(await buildDesired({ entities, scratch })).not.toEqual(built);
});

test('what only one of the entities of a table says is there', async () => {
  const more = userRole({
    columns: {
      user_id: { type: 'int', primary: true },
      role_id: { type: 'int', primary: true },
      since: { type: 'date', unique: true },
    },
    checks: [{ name: 'recent', expression: `since > '2000-01-01'` }],
    indices: [{ name: 'by_since', columns: ['since', 'role_id'] }],
  });
  for (const entities of [
    [user(roles), role(), more],
    [more, user(roles), role({ users })],
  ]) {
    const table = await tableOf(entities, 'user_roles');
    expect(table.columns.map(({ name }) => name)).toEqual(['user_id', 'role_id', 'since']);
    expect(table.indexes.map(({ name }) => name)).toContain('by_since');
    expect(table.constraints.map(({ kind }) => kind).sort()).toEqual([
      'check',
      'foreignKey',
      'foreignKey',
      'primaryKey',
      'unique',
    ]);
  }
});

test('a foreign key has the actions of the one that says any', async () => {
  const toUser = { type: 'many-to-one', target: 'User', joinColumn: { name: 'user_id' } } as const;
  const deletesOf = async (one: NonNullable<Options['relations']>[string]) => {
    const { constraints } = await tableOf(
      [user(roles), role(), userRole({ relations: { user: one } })],
      'user_roles',
    );
    return constraints.flatMap((each) => (each.kind === 'foreignKey' ? [each.onDelete] : []));
  };
  expect(await deletesOf(toUser)).toEqual(['cascade', 'cascade']);
  await expect(deletesOf({ ...toUser, onDelete: 'RESTRICT' })).rejects.toThrow(
    /has the onDelete "RESTRICT" in the first and "CASCADE" in the second/,
  );
});

const withId = () =>
  userRole({
    columns: {
      id: { type: 'int', primary: true, generated: 'increment' },
      user_id: { type: 'int' },
      role_id: { type: 'int' },
    },
  });

test('entities that contradict each other are refused, with what to write', async () => {
  await expect(
    buildDesired({ entities: { entities: [user(roles), role(), withId()] }, scratch }),
  ).rejects.toMatchObject({
    message:
      'UserRole and the join table of User.roles describe one table, user_roles, and not in the same way: its primary key has the columns ["id"] in the first and ["role_id","user_id"] in the second.',
    at: 'UserRole, the join table of User.roles',
    next: 'Say the same in both, or synchronize: false in @JoinTable() of User.roles, so that UserRole alone describes it.',
  });
  const nullable = userRole({
    name: 'Twin',
    columns: {
      user_id: { type: 'int', primary: true },
      role_id: { type: 'bigint', primary: true },
    },
  });
  await expect(
    buildDesired({ entities: { entities: [userRole(), nullable] }, scratch }),
  ).rejects.toMatchObject({
    message:
      'UserRole and Twin describe one table, user_roles, and not in the same way: its column role_id has the type "integer" in the first and "bigint" in the second.',
    next: 'Say the same in both, or synchronize: false in @Entity() of Twin, so that UserRole alone describes it.',
  });
});

@Entity()
class Tag {
  @PrimaryColumn('int') id!: number;
}
@Entity()
class Post {
  @PrimaryColumn('int') id!: number;
  @ManyToMany(() => Tag) @JoinTable({ name: 'post_tag', synchronize: false }) tags!: Tag[];
}
@Entity()
class PostTag {
  @PrimaryGeneratedColumn() id!: number;
  @Column('int') postId!: number;
}

test('one with synchronize: false says nothing of a table that another describes', async () => {
  const table = await tableOf([Post, Tag, PostTag], 'post_tag');
  expect(table.columns.map(({ name }) => name)).toEqual(['id', 'postId']);
  expect(table.constraints.map(({ kind }) => kind)).toEqual(['primaryKey']);
});
