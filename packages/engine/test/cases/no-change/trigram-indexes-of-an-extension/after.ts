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
  `CREATE EXTENSION pg_trgm SCHEMA public`,
  `CREATE INDEX fuzzy ON ${schema}.person USING gin (name public.gin_trgm_ops)`,
  `CREATE INDEX fuzzier ON ${schema}.person USING gist (name public.gist_trgm_ops (siglen = 32))`,
];
