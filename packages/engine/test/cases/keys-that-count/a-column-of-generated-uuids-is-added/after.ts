import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'uuid' }) @Generated('uuid') token!: string;
}

export const entities: CaseModels['entities'] = [Widget];
