import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'date' }) day!: string;
  @Column({ type: 'time' }) time!: string;
  @Column({ type: 'time with time zone', precision: 2 }) zoned!: string;
  @Column({ type: 'timetz' }) short!: string;
  @Column({ type: 'interval' }) span!: string;
  @Column({ type: 'interval', precision: 3 }) precise!: string;
}

export const entities: CaseModels['entities'] = [Sample];
