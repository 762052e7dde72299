import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Unique('one_color', ['color', 'name'])
@Check('colored', `"color" <> ''`)
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) @Index('by_color') color!: string;
}

export const entities: CaseModels['entities'] = [Widget];
