import { Column, Entity, PrimaryColumn, ViewColumn, ViewEntity } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'int' }) size!: number;
}
@ViewEntity({ name: 'small', expression: `SELECT id FROM widget` })
class Small {
  @ViewColumn() id!: number;
}

export const entities: CaseModels['entities'] = [Widget, Small];
