import { Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
}

export const entities: CaseModels['entities'] = [Person];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE FUNCTION ${schema}.people() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(*) FROM ${schema}.person WHERE 'a'::varchar IN ('a', 'b'); END`,
];
