import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Unique('one_name', ['name'])
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
}

export const entities: CaseModels['entities'] = [Widget];
