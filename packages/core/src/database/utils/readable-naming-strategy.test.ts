import 'reflect-metadata';
import { createTestDatabase } from '@retort/services/testing';
import { Check, Column, DataSource, Entity, Index, PrimaryColumn } from 'typeorm';
import { ReadableNamingStrategy } from './readable-naming-strategy';

const strategy = new ReadableNamingStrategy();

describe('a name says what it belongs to', () => {
  it.each([
    [strategy.primaryKeyName('users'), 'pk_users'],
    [strategy.foreignKeyName('widgets', ['owner_id'], 'users', ['id']), 'fk_widgets_owner_id_users'],
    [strategy.foreignKeyName('shop.widgets', ['owner_id'], 'auth.users'), 'fk_widgets_owner_id_users'],
    [strategy.indexName('widgets', ['owner_id']), 'ix_widgets_owner_id'],
    [
      strategy.uniqueConstraintName('memberships', ['organization_id', 'user_id']),
      'uq_memberships_organization_id_user_id',
    ],
    [strategy.relationConstraintName('profiles', ['user_id']), 'uq_profiles_user_id'],
    [strategy.checkConstraintName('widgets', `"status" IN ('a', 'it''s')`), 'ck_widgets_status'],
    [strategy.checkConstraintName('widgets', 'price >= 0'), 'ck_widgets_price_'],
    [strategy.checkConstraintName('widgets', `"price" > 0 AND note <> '"x"'`), 'ck_widgets_price_'],
    [strategy.exclusionConstraintName('stays', 'USING gist ("room" WITH =)'), 'ex_stays_room_'],
    [
      strategy.indexName('widgets', ['owner_id'], '"archived_at" IS NULL'),
      'ix_widgets_owner_id_where_archived_at_',
    ],
    [strategy.joinColumnName('owner', 'id'), 'owner_id'],
    [strategy.joinTableName('widgets', 'tags', 'hiddenTags'), 'widgets_hidden_tags'],
    [strategy.joinTableColumnName('users', 'id', 'id'), 'users_id'],
    [strategy.joinTableInverseColumnName('tags', 'id', 'id'), 'tags_id'],
    [strategy.joinTableColumnDuplicationPrefix('users_id', 1), 'users_id_1'],
    [strategy.tableName('PriceList', undefined), 'price_list'],
    [strategy.tableName('PriceList', 'prices'), 'prices'],
    [strategy.columnName('displayName', undefined, []), 'display_name'],
    [strategy.columnName('displayName', 'shown_as', []), 'shown_as'],
    [strategy.columnName('postalCode', undefined, ['homeAddress']), 'home_address_postal_code'],
  ])('%s', (name, expected) => {
    expect(expected.endsWith('_') ? name.replace(/[0-9a-f]{8}$/, '') : name).toBe(expected);
  });
});

describe('two things have two names', () => {
  it('two checks over one column', () => {
    const names = ['"price" >= 0', '"price" < 1000'].map((check) =>
      strategy.checkConstraintName('widgets', check),
    );
    expect(new Set(names).size).toBe(2);
  });

  it('partial indexes over the same columns with other predicates, and the whole one', () => {
    const wheres = [undefined, '"archived_at" IS NULL', '"archived_at" IS NOT NULL', `"status" = 'draft'`];
    expect(new Set(wheres.map((where) => strategy.indexName('widgets', ['owner_id'], where))).size).toBe(4);
  });

  it('indexes over the same columns in another order', () => {
    expect(strategy.indexName('t', ['a', 'b'])).not.toBe(strategy.indexName('t', ['b', 'a']));
  });

  it('long names that begin alike', () => {
    const columns = ['a', 'b'].map((end) => strategy.columnName(`${'x'.repeat(80)}${end}`, undefined, []));
    expect(new Set(columns).size).toBe(2);
  });

  it('but a check that is written with other spaces is the same check', () => {
    expect(strategy.checkConstraintName('t', '"a"  >\n 0')).toBe(
      strategy.checkConstraintName('t', '"a" > 0'),
    );
  });
});

describe('Postgres can hold it', () => {
  it.each([
    strategy.tableName('Ж'.repeat(40), undefined),
    strategy.columnName('😀'.repeat(40), undefined, []),
    strategy.uniqueConstraintName('日本'.repeat(10), ['語'.repeat(20)]),
    strategy.foreignKeyName('widgets', ['x'.repeat(63)], 'users'),
    strategy.checkConstraintName('widgets', `"${'é'.repeat(40)}" > 0`),
    strategy.indexName('x'.repeat(63), ['y'.repeat(63)], '"z" IS NULL'),
    strategy.joinTableName('x'.repeat(63), 'tags', 'y'.repeat(63)),
  ])('%s', (name) => {
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
    expect(name).not.toContain('\uFFFD');
    expect(Buffer.from(name).toString()).toBe(name);
  });

  it('and the name of a long thing is the same tomorrow', () => {
    expect(strategy.columnName('x'.repeat(80), undefined, [])).toBe(`${'x'.repeat(54)}_d929cdee`);
  });
});

@Entity('ĝardenoj')
@Check('"priceInEuros" >= 0')
@Check('"priceInEuros" < 1000')
@Index(['priceInEuros'], { where: '"priceInEuros" > 10' })
@Index(['priceInEuros'], { where: '"priceInEuros" > 20' })
@Index(['priceInEuros'])
class Garden {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'int', name: 'priceInEuros' }) priceInEuros!: number;
  @Column({ type: 'text' }) aPropertyWhoseNameIsLongerThanWhatAPostgresNameCanEverBeInBytesSoItIsCut!: string;
}

it('TypeORM makes a database with these names and then finds nothing to change', async () => {
  const { url, drop } = await createTestDatabase();
  const dataSource = await new DataSource({
    type: 'postgres',
    url,
    entities: [Garden],
    namingStrategy: strategy,
  }).initialize();
  await dataSource.synchronize();
  expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  await dataSource.destroy();
  await drop();
});
