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
  `ALTER TABLE ${schema}.person ALTER name SET STORAGE EXTERNAL, ALTER email SET COMPRESSION pglz, ALTER age SET STATISTICS 500, ALTER age SET (n_distinct = -0.5)`,
  `ALTER TABLE ${schema}.person SET (fillfactor = 80, autovacuum_enabled = false, toast.autovacuum_enabled = false)`,
];
