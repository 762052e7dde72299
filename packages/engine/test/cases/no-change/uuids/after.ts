import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'uuid' }) id2!: string;
  @Column({ type: 'uuid', nullable: true }) maybe!: string;
}

export const entities: CaseModels['entities'] = [Sample];
