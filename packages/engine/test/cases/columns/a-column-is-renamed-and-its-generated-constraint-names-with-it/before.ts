import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text', unique: true }) @Index() name!: string;
}

export const entities: CaseModels['entities'] = [Widget];
