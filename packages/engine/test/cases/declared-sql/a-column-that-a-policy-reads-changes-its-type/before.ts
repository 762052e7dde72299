import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'int' }) size!: number;
}

export const entities: CaseModels['entities'] = [Widget];

export const sql: CaseModels['sql'] = (schema) => [
  `ALTER TABLE ${schema}.widget ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY own ON ${schema}.widget USING (name = current_user)`,
];
