import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'int', array: true, default: [1, 2] }) ints!: number[];
  @Column({ type: 'text', array: true, default: ['a', 'b c'] }) texts!: string[];
  @Column({ type: 'text', array: true, default: () => 'ARRAY[]::text[]' }) built!: string[];
  @Column({ type: 'int', array: true, default: () => `'{}'` }) empty!: number[];
}

export const entities: CaseModels['entities'] = [Sample];
