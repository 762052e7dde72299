import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'boolean' }) long!: boolean;
  @Column({ type: 'bool', nullable: true }) short!: boolean;
}

export const entities: CaseModels['entities'] = [Sample];
