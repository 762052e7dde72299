import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) email!: string;
  @Column({ type: 'int' }) age!: number;
}

export const entities: CaseModels['entities'] = [Person];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE INDEX ordered ON ${schema}.person (age DESC NULLS LAST, name ASC NULLS FIRST)`,
  `CREATE INDEX patterns ON ${schema}.person (name text_pattern_ops)`,
  `CREATE INDEX collated ON ${schema}.person (name COLLATE "C" DESC)`,
  `CREATE UNIQUE INDEX covering ON ${schema}.person (age) INCLUDE (name, email)`,
  `CREATE INDEX filled ON ${schema}.person (age) WITH (fillfactor = 70)`,
  `CREATE INDEX trigrams ON ${schema}.person USING brin (age) WITH (pages_per_range = 32)`,
];
