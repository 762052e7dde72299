import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'boolean', default: true }) yes!: boolean;
  @Column({ type: 'boolean', default: false }) no!: boolean;
  @Column({ type: 'boolean', default: null, nullable: true }) unknown!: boolean;
}

export const entities: CaseModels['entities'] = [Sample];
