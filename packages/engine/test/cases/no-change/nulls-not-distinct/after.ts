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
  `CREATE UNIQUE INDEX one_email ON ${schema}.person (email) NULLS NOT DISTINCT`,
  `ALTER TABLE ${schema}.person ADD CONSTRAINT one_name UNIQUE NULLS NOT DISTINCT (name)`,
];
