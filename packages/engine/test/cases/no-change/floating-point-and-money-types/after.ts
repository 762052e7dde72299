import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'real' }) single!: number;
  @Column({ type: 'double precision' }) double!: number;
  @Column({ type: 'float' }) float!: number;
  @Column({ type: 'float4' }) four!: number;
  @Column({ type: 'money' }) price!: string;
}

export const entities: CaseModels['entities'] = [Sample];
