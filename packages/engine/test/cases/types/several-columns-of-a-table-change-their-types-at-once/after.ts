import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Index('by_both', ['count', 'label'])
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'bigint', default: 1 }) count!: unknown;
  @Column({ type: 'text' }) label!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text', nullable: true }) note!: string | null;
}

export const entities: CaseModels['entities'] = [Widget];
