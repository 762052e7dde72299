import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'int' }) @Generated('increment') number!: number;
}

export const entities: CaseModels['entities'] = [Widget];
