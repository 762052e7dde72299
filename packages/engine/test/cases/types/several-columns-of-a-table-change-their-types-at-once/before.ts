import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Index('by_both', ['count', 'label'])
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'int', default: 1 }) count!: unknown;
  @Column({ type: 'varchar', length: 10 }) label!: string;
  @Column({ type: 'timestamp' }) at!: Date;
  @Column({ type: 'text', collation: 'C', nullable: true }) note!: string | null;
}

export const entities: CaseModels['entities'] = [Widget];
