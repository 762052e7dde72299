import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text', comment: 'new' }) a!: string;
  @Column({ type: 'text', comment: `it's changed` }) b!: string;
  @Column({ type: 'text' }) c!: string;
}

export const entities: CaseModels['entities'] = [Widget];
