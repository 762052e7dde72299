import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'tsvector' }) vector!: string;
  @Column({ type: 'tsquery' }) query!: string;
}

export const entities: CaseModels['entities'] = [Sample];
