import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'int', array: true }) ints!: number[];
  @Column({ type: 'text', array: true, default: [] }) texts!: string[];
  @Column({ type: 'varchar', length: 10, array: true, nullable: true }) short!: string[];
  @Column({ type: 'numeric', precision: 8, scale: 2, array: true }) sums!: string[];
  @Column({ type: 'uuid', array: true, default: () => `'{}'` }) ids!: string[];
  @Column({ type: 'timestamptz', array: true }) times!: Date[];
}

export const entities: CaseModels['entities'] = [Sample];
