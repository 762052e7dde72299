import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text', default: () => 'next_code()' }) code!: string;
}

export const entities: CaseModels['entities'] = [Widget];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE FUNCTION ${schema}.next_code() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$`,
];
