import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Index('by_name', ['name', 'size'])
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'int' }) size!: number;
}

export const entities: CaseModels['entities'] = [Widget];
