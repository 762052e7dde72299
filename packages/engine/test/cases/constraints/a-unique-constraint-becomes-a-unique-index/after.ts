import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) @Index('one_name', { unique: true }) name!: string;
}

export const entities: CaseModels['entities'] = [Widget];
