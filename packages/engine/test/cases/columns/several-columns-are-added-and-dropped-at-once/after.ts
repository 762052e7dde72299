import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'int', nullable: true }) a!: number;
  @Column({ type: 'int', nullable: true }) d!: number;
  @Column({ type: 'int', nullable: true }) e!: number;
}

export const entities: CaseModels['entities'] = [Widget];
