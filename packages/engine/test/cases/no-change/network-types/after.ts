import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'cidr' }) net!: string;
  @Column({ type: 'inet' }) host!: string;
  @Column({ type: 'macaddr' }) mac!: string;
  @Column({ type: 'macaddr8' }) mac8!: string;
}

export const entities: CaseModels['entities'] = [Sample];
