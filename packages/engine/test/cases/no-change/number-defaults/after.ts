import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'int', default: 0 }) zero!: number;
  @Column({ type: 'int', default: -1 }) minus!: number;
  @Column({ type: 'numeric', precision: 10, scale: 2, default: 1.5 }) price!: string;
  @Column({ type: 'bigint', default: '9007199254740993' }) big!: string;
  @Column({ type: 'real', default: 0.1 }) real!: number;
  @Column({ type: 'smallint', default: 7 }) small!: number;
}

export const entities: CaseModels['entities'] = [Sample];
