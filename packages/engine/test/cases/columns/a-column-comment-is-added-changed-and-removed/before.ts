import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) a!: string;
  @Column({ type: 'text', comment: 'old' }) b!: string;
  @Column({ type: 'text', comment: 'gone' }) c!: string;
}

export const entities: CaseModels['entities'] = [Widget];
