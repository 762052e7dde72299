import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'smallint' }) small!: number;
  @Column({ type: 'int' }) normal!: number;
  @Column({ type: 'bigint' }) big!: string;
  @Column({ type: 'int2' }) two!: number;
  @Column({ type: 'int8' }) eight!: string;
}

export const entities: CaseModels['entities'] = [Sample];
