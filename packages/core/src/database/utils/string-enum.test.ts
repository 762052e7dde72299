import 'reflect-metadata';
import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import type { ExplainedError } from '../../explained-error';
import { ReadableNamingStrategy } from './readable-naming-strategy';
import { refuseEmbeddedStringEnums } from './refuse-embedded-string-enums';
import { StringEnum } from './string-enum';
import { columnOfStringEnumCheck, stringEnumCheck } from './string-enum-check';

enum Status {
  DRAFT = 'draft',
  ACTIVE = 'active',
}

const Mood = { GOOD: "it's fine", BAD: 'so "so" \\ ;--', SAME: "it's fine" } as const;
type Mood = (typeof Mood)[keyof typeof Mood];

abstract class Published {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @StringEnum(Status, { default: Status.DRAFT }) status!: Status;
}

@Entity('posts')
class Post extends Published {
  @StringEnum(Mood, { nullable: true, name: 'authorsMood', comment: 'At the time' }) mood!: Mood | null;
  @StringEnum(Mood, { default: "it's fine" }) nextMood!: Mood;
}

@Entity('pages')
class Page extends Published {}

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    entities: [Post, Page],
    namingStrategy: new ReadableNamingStrategy(),
    synchronize: true,
  }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('the database', () => {
  it('has a named check for each, in every table that inherits one', async () => {
    const checks = await dataSource.query(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1`,
    );
    expect(checks).toEqual([
      {
        name: 'ck_pages_status',
        definition: "CHECK ((status = ANY (ARRAY['active'::text, 'draft'::text])))",
      },
      {
        name: 'ck_posts_authorsMood',
        definition: `CHECK (("authorsMood" = ANY (ARRAY['it''s fine'::text, 'so "so" \\ ;--'::text])))`,
      },
      {
        name: 'ck_posts_next_mood',
        definition: `CHECK ((next_mood = ANY (ARRAY['it''s fine'::text, 'so "so" \\ ;--'::text])))`,
      },
      {
        name: 'ck_posts_status',
        definition: "CHECK ((status = ANY (ARRAY['active'::text, 'draft'::text])))",
      },
    ]);
  });

  it('stores the default, every value, and null where that is allowed', async () => {
    const posts = dataSource.getRepository(Post);
    expect(await posts.save(posts.create({ id: 1 }))).toMatchObject({
      status: 'draft',
      nextMood: "it's fine",
    });
    expect(await posts.findOneByOrFail({ id: 1 })).toMatchObject({ mood: null });
    await posts.update({ id: 1 }, { mood: Mood.BAD, status: Status.ACTIVE });
    expect(await posts.findOneByOrFail({ id: 1 })).toMatchObject({
      mood: 'so "so" \\ ;--',
      status: 'active',
    });
  });

  it.each([
    [`INSERT INTO posts (id, status) VALUES (2, 'Draft')`, /"ck_posts_status"/],
    [`INSERT INTO posts (id, "authorsMood") VALUES (2, '')`, /"ck_posts_authorsMood"/],
    [`INSERT INTO posts (id, status) VALUES (2, NULL)`, /null value in column "status"/],
    [`INSERT INTO pages (id, status) VALUES (2, 'gone')`, /"ck_pages_status"/],
  ])('refuses %s', async (sql, refusal) => {
    await expect(dataSource.query(sql)).rejects.toThrow(refusal);
  });

  it('is what TypeORM wants it to be: a second look finds nothing to change', async () => {
    expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  });
});

describe('a declaration that cannot work says so at once', () => {
  const thrownBy = (declare: () => unknown): ExplainedError => {
    try {
      declare();
    } catch (error) {
      return error as ExplainedError;
    }
    throw new Error('nothing was thrown');
  };

  it('no values', () => {
    const error = thrownBy(() => {
      class Empty {
        @StringEnum({}) status!: string;
      }
      return Empty;
    });
    expect(error).toMatchObject({
      message: 'The enum of a StringEnum has no values, so no row could ever be stored.',
      at: 'Empty.status',
      next: "Give it a member, as in  enum Status { DRAFT = 'draft' }",
    });
  });

  it('a number among the values', () => {
    enum Level {
      LOW,
    }
    const error = thrownBy(() => {
      class Numbered {
        // @ts-expect-error: TypeScript refuses it as well
        @StringEnum(Level) level!: Level;
      }
      return Numbered;
    });
    expect(error).toMatchObject({
      message: 'The enum of a StringEnum has a value that is no text: LOW is 0.',
      at: 'Numbered.level',
      next: "Give each member a text, as in  enum Status { DRAFT = 'draft' }",
    });
  });

  it('a default that is none of the values', () => {
    const error = thrownBy(() => {
      class Strange {
        // @ts-expect-error: TypeScript refuses it as well
        @StringEnum(Status, { default: 'gone' }) status!: Status;
      }
      return Strange;
    });
    expect(error).toMatchObject({
      message: "The default of a StringEnum is none of its values: 'gone'.",
      at: 'Strange.status',
      next: "Use one of: 'draft', 'active'",
    });
  });

  it('a property that a parent class has declared already', () => {
    const error = thrownBy(() => {
      class Child extends Published {
        @StringEnum(Status) override status!: Status;
      }
      return Child;
    });
    expect(error).toMatchObject({
      message:
        'Published has declared this StringEnum already, and a table can check a column for one enum only.',
      at: 'Child.status',
      next: 'Declare it in one of the two classes: remove it from Published or from Child',
    });
  });

  it('an embedded class, also one in another', () => {
    class Street {
      @StringEnum(Status) status!: Status;
    }
    class Address {
      @Column(() => Street) street!: Street;
    }
    class Shop {
      @PrimaryColumn({ type: 'int' }) id!: number;
      @Column(() => Address) address!: Address;
    }
    expect(thrownBy(() => refuseEmbeddedStringEnums([Post, Shop]))).toMatchObject({
      message: 'A StringEnum is in the embedded class Street, for which TypeORM makes no check.',
      at: 'Shop.address.street.status',
      next: "Move status to the entity Shop, or make it  @Column({ type: 'text' })  with a  @Check  on the entity",
    });
    expect(() => refuseEmbeddedStringEnums([Post, Page])).not.toThrow();
  });
});

it('means the same in whatever order its values are declared', () => {
  expect(stringEnumCheck('a"b', ['z', "it's", 'a'])).toBe(`"a""b" IN ('a', 'it''s', 'z')`);
  expect(columnOfStringEnumCheck(stringEnumCheck('a"b', ["it's", '), (']))).toBe('a"b');
  expect(columnOfStringEnumCheck(`"a" IN ('x') OR true`)).toBeUndefined();
});

it('fits a property of its own type only', () => {
  class Typed {
    @StringEnum(Status) exact!: Status;
    @StringEnum(Status, { nullable: true }) nullable!: Status | null;
    @StringEnum(Status, { default: Status.DRAFT }) optional?: Status;
    // @ts-expect-error: any text would be let in
    @StringEnum(Status) wider!: string;
    // @ts-expect-error: the database may hold the others
    @StringEnum(Status) narrower!: Status.DRAFT;
    // @ts-expect-error: the column is not nullable
    @StringEnum(Status) neverNull!: Status | null;
    // @ts-expect-error: the column is nullable
    @StringEnum(Status, { nullable: true }) sometimesNull!: Status;
    // @ts-expect-error: another enum
    @StringEnum(Mood) other!: Status;
  }
  const typed: Typed = Object.create(Typed.prototype);
  // @ts-expect-error: none of the values
  typed.exact = 'gone';
  expect(typed.exact).toBe('gone');
});
