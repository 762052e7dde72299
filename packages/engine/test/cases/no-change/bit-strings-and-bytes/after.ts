import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'bit' }) bit!: string;
  @Column({ type: 'bit', length: 3 }) three!: string;
  @Column({ type: 'varbit' }) bits!: string;
  @Column({ type: 'bit varying', length: 9 }) upTo!: string;
  @Column({ type: 'bytea' }) bytes!: Buffer;
}

export const entities: CaseModels['entities'] = [Sample];
