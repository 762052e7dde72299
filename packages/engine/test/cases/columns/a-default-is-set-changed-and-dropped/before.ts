import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'int' }) a!: number;
  @Column({ type: 'int', default: 2 }) b!: number;
  @Column({ type: 'int', default: 4 }) c!: number;
}

export const entities: CaseModels['entities'] = [Widget];
