import { Client } from 'pg';
import {
  Check,
  ChildEntity,
  Column,
  CreateDateColumn,
  DataSource,
  Entity,
  Exclusion,
  Generated,
  Index,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  TableInheritance,
  Tree,
  TreeChildren,
  TreeParent,
  Unique,
  VersionColumn,
  ViewColumn,
  ViewEntity,
} from 'typeorm';
import { readSchema } from '../read/read-schema';
import { listDifferences } from '../schema/list-differences';
import { withScratchDatabase } from '../scratch/scratch-database';
import { buildDesired } from './build-desired';

@Entity({ comment: `it's a person` })
@TableInheritance({ column: { type: 'varchar', name: 'kind' } })
@Unique('one_name', ['first', 'last'])
@Check(`"age" > 0`)
@Exclusion(`USING gist ("span" WITH &&)`)
class Person {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'varchar', length: 20, unique: true, comment: 'c' }) first!: string;
  @Column({ type: 'text', collation: 'C', default: 'o clock' }) last!: string;
  @Column({ type: 'numeric', precision: 10, scale: 2, default: 1.5 }) age!: string;
  @Column({ type: 'tstzrange', nullable: true }) span!: string;
  @Column({ type: 'enum', enum: ['a', `b'c`], array: true, default: ['a'] }) flags!: string[];
  @Column({ type: 'simple-enum', enum: ['x', 'y'], default: 'y' }) mood!: string;
  @Column({ type: 'jsonb', default: { a: 1 } }) data!: object;
  @Column({ type: 'timestamp', precision: 3, default: () => 'CURRENT_TIMESTAMP' }) at!: Date;
  @Column({ type: 'int', generatedType: 'STORED', asExpression: 'length("first")' }) size!: number;
  @Column({ type: 'int' }) @Generated('increment') counter!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn() version!: number;
  @Index({ where: `"first" <> ''` }) @Column('citext') email!: string;
}
@ChildEntity()
class Worker extends Person {
  @Column({ type: 'int', nullable: true }) @Index({ unique: true }) badge!: number;
}
@Entity({ schema: 'Other One' })
@Tree('closure-table')
class Category {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' }) id!: number;
  @TreeParent({ onDelete: 'CASCADE' }) parent!: Category;
  @TreeChildren() children!: Category[];
  @ManyToMany(() => Person) @JoinTable() people!: Person[];
  @OneToOne(() => Person, { deferrable: 'INITIALLY DEFERRED', onDelete: 'SET NULL' }) first!: Person;
}
@Entity({ name: 'a'.repeat(70) })
class Long {
  @PrimaryColumn('int') a!: number;
  @PrimaryColumn('int') b!: number;
  @ManyToOne(() => Long) self!: unknown;
}
@ViewEntity({
  expression: (source: DataSource) => source.createQueryBuilder().select('p.id', 'id').from(Person, 'p'),
})
class PersonView {
  @ViewColumn() id!: string;
}
@ViewEntity({ materialized: true, expression: 'SELECT id FROM person_view', dependsOn: [PersonView] })
class PersonCopy {
  @Index() @ViewColumn() id!: string;
}

const entities = [PersonCopy, Person, Worker, Category, Long, PersonView];

describe('collectEntityStatements', () => {
  it('writes what TypeORM writes when it synchronizes an empty database', async () => {
    const scratch = String(process.env.RETORT_TEST_SERVER);
    const { schema } = await buildDesired({ entities: { entities }, scratch });
    const synchronized = await withScratchDatabase(scratch, async ({ url }) => {
      const client = new Client(url);
      await client.connect();
      await client.query('CREATE SCHEMA "Other One"');
      const dataSource = new DataSource({ type: 'postgres', url, entities, synchronize: true });
      await dataSource.initialize();
      await dataSource.destroy();
      const read = await readSchema(client);
      await client.end();
      return read;
    });
    expect(synchronized.tables).toHaveLength(5);
    expect(listDifferences(schema, synchronized)).toEqual([]);
    expect(listDifferences(synchronized, schema)).toEqual([]);
  });
});
