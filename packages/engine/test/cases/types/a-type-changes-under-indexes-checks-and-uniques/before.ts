import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Check('positive', '"value" > 0')
@Unique('one_value', ['value'])
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'int', default: 1 }) @Index('by_value', { where: '"value" > 3' }) value!: string;
}

export const entities: CaseModels['entities'] = [Widget];
