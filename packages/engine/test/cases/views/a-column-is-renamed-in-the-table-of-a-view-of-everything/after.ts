import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) note!: string;
}

export const entities: CaseModels['entities'] = [Widget];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE VIEW ${schema}.everything AS SELECT * FROM ${schema}.widget`,
];
