import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Unique('one', ['name'])
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'int' }) size!: number;
}

export const entities: CaseModels['entities'] = [Widget];
