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
  `CREATE STATISTICS ${schema}.all_kinds ON name, age FROM ${schema}.person`,
  `CREATE STATISTICS ${schema}.some (dependencies, mcv) ON age, name, email FROM ${schema}.person`,
  `CREATE STATISTICS ${schema}.expression ON (lower(name)) FROM ${schema}.person`,
  `CREATE STATISTICS ${schema}.mixed (ndistinct) ON age, (lower(name)) FROM ${schema}.person`,
  `ALTER STATISTICS ${schema}.some SET STATISTICS 300`,
];
