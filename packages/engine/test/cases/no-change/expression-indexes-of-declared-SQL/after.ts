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
  `CREATE INDEX lower_name ON ${schema}.person (lower(name))`,
  `CREATE UNIQUE INDEX lower_email ON ${schema}.person (lower(email), (age + 1)) WHERE email IS NOT NULL`,
  `CREATE INDEX concat_name ON ${schema}.person ((name || ' ' || coalesce(email, '')))`,
];
