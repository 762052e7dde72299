import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'numeric' }) bare!: string;
  @Column({ type: 'numeric', precision: 10 }) whole!: string;
  @Column({ type: 'decimal', precision: 10, scale: 2 }) money!: string;
  @Column({ type: 'numeric', precision: 5, scale: 5 }) fraction!: string;
}

export const entities: CaseModels['entities'] = [Sample];
