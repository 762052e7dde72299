import { type DataSource, type FindOptionsWhere, In, LessThan, MoreThan, type Repository } from 'typeorm';
import { createTestDataSource, type TestDataSource } from '../../../test/test-data-source';
import { Organization, User, Widget } from '../models';
import { archive, restore } from './archive';
import { hardDelete } from './hard-delete';

let test: TestDataSource;
let dataSource: DataSource;
let users: Repository<User>;
let count = 0;

beforeAll(async () => {
  test = await createTestDataSource();
  dataSource = test.dataSource;
  users = dataSource.getRepository(User);
});

afterAll(() => test.remove());

function createUser(): Promise<User> {
  count += 1;
  return users.save(users.create({ email: `${count}@archive.example` }));
}

describe('archive', () => {
  it('hides a row from finders, and brings the entity up to date', async () => {
    const user = await createUser();
    const { updatedAt } = user;
    await dataSource.query('SELECT pg_sleep(0.002)');
    expect(await archive(users, user)).toEqual([user.id]);

    expect(await users.findOneBy({ id: user.id })).toBeNull();
    expect(await users.existsBy({ id: user.id })).toBe(false);
    const stored = await users.findOneOrFail({ where: { id: user.id }, withDeleted: true });
    expect(stored).toEqual(user);
    expect(user.archivedAt).toBeInstanceOf(Date);
    expect(user.updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime());
    expect(user.archivedAt).toEqual(user.updatedAt);
  });

  it('takes what save returned for a plain object', async () => {
    const user = await users.save({ email: 'plain@archive.example' });
    expect(user).not.toBeInstanceOf(User);
    expect(await archive(users, user)).toEqual([user.id]);
    expect(user.archivedAt).toBeInstanceOf(Date);
    expect(await restore(users, user)).toEqual([user.id]);
    expect(user).toMatchObject({
      archivedAt: null,
      updatedAt: (await users.findOneByOrFail({ id: user.id })).updatedAt,
    });
  });

  it('takes criteria, and returns who was archived by it', async () => {
    const [first, second, other] = await Promise.all([createUser(), createUser(), createUser()]);
    await archive(users, first);
    expect(await archive(users, { id: In([first.id, second.id]) })).toEqual([second.id]);
    expect(await users.existsBy({ id: other.id })).toBe(true);
  });

  it('returns nobody where nothing matched, or it was archived before, and then changes nothing', async () => {
    const user = await createUser();
    await archive(users, user);
    const before = { ...user };
    expect(await archive(users, user)).toEqual([]);
    expect(await archive(users, { email: 'nobody@archive.example' })).toEqual([]);
    expect(user).toEqual(before);
    expect(await users.findOne({ where: { id: user.id }, withDeleted: true })).toEqual(user);
  });

  it.each([
    ['User', {}],
    ['User.id', { id: undefined }],
    ['User.displayName', { id: 'x', displayName: null }],
    ['User.memberships', { memberships: {} }],
    ['User.id', Object.assign(new User(), { email: 'unsaved@archive.example' })],
  ])('refuses criteria that could mean every row: no %s', async (at, criteria) => {
    const user = await createUser();
    const which = criteria as FindOptionsWhere<User>;
    const refusal = {
      message: 'Criteria without a value would mean every row of User.',
      at,
      next: 'Give it a value ( IsNull()  for NULL); for every row,  { id: Not(IsNull()) }',
      kind: 'refused',
    };
    await expect(archive(users, which)).rejects.toMatchObject(refusal);
    await expect(restore(users, which)).rejects.toMatchObject(refusal);
    if (!(criteria instanceof User)) {
      await expect(hardDelete(users, which)).rejects.toMatchObject(refusal);
    }
    expect(await users.existsBy({ id: user.id })).toBe(true);
  });

  it('leaves the rows that refer to it as they are', async () => {
    const owner = await createUser();
    const organization = await dataSource.manager.save(Organization, { name: 'A', slug: 'a' });
    const widget = await dataSource.manager.save(Widget, {
      widgetName: 'w',
      ownerId: owner.id,
      organizationId: organization.id,
    });
    await archive(users, owner);
    const found = await dataSource.manager.findOneOrFail(Widget, {
      where: { id: widget.id },
      relations: { owner: true },
    });
    expect(found).toMatchObject({
      ownerId: owner.id,
      owner: null,
      archivedAt: null,
      updatedAt: widget.updatedAt,
    });
  });
});

describe('restore', () => {
  it('undoes it', async () => {
    const user = await createUser();
    await archive(users, user);
    const { updatedAt } = user;
    await dataSource.query('SELECT pg_sleep(0.002)');
    expect(await restore(users, user)).toEqual([user.id]);
    expect(user.archivedAt).toBeNull();
    expect(user.updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime());
    expect(await users.findOneByOrFail({ id: user.id })).toEqual(user);
  });

  it('takes criteria, also of when it was archived', async () => {
    const [first, second] = await Promise.all([createUser(), createUser()]);
    await archive(users, { id: In([first.id, second.id]) });
    const all = { id: In([first.id, second.id]) };
    expect(await restore(users, { ...all, archivedAt: LessThan(new Date(0)) })).toEqual([]);
    expect(await restore(users, { ...all, archivedAt: MoreThan(new Date(0)) })).toHaveLength(2);
  });

  it('returns nobody where nothing was archived', async () => {
    const user = await createUser();
    expect(await restore(users, user)).toEqual([]);
    expect(await restore(users, { email: 'nobody@archive.example' })).toEqual([]);
  });
});

describe('a row is not deleted', () => {
  const refusal = {
    message: 'Rows of users are archived, not deleted.',
    at: 'User',
    next: 'archive(repository, entity), or  hardDelete(repository, criteria)  where a row must go for good',
    kind: 'refused',
  };

  it.each([
    ['remove', (user: User) => users.remove(user)],
    ['delete', (user: User) => users.delete(user.id)],
    [
      'the query builder',
      (user: User) => users.createQueryBuilder().delete().where({ id: user.id }).execute(),
    ],
    ['deleteAll', () => users.deleteAll()],
    ['a transaction', (user: User) => dataSource.transaction((manager) => manager.delete(User, user.id))],
  ])('by %s', async (_way, remove) => {
    const user = await createUser();
    const { id } = user;
    await expect(remove(user)).rejects.toMatchObject(refusal);
    expect(await users.existsBy({ id })).toBe(true);
  });

  it('but by hardDelete, also when it is archived', async () => {
    const [live, archived] = await Promise.all([createUser(), createUser()]);
    await archive(users, archived);
    const ids = [live.id, archived.id];
    expect([...(await hardDelete(users, { id: In(ids) }))].sort()).toEqual(ids.sort());
    expect(await users.count({ where: { id: In(ids) }, withDeleted: true })).toBe(0);
    expect(await hardDelete(users, { id: In(ids) })).toEqual([]);
  });
});
