import { Column, Entity, Index, PrimaryColumn, ViewColumn, ViewEntity } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'int' }) size!: number;
}
@ViewEntity({ name: 'small', materialized: true, expression: `SELECT id, name FROM widget` })
class Small {
  @ViewColumn() @Index('small_id', { unique: true }) id!: number;
}

export const entities: CaseModels['entities'] = [Widget, Small];
