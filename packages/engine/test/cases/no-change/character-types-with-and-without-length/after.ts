import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'varchar' }) open!: string;
  @Column({ type: 'varchar', length: 255 }) short!: string;
  @Column({ type: 'character varying', length: 1 }) one!: string;
  @Column({ type: 'char' }) letter!: string;
  @Column({ type: 'char', length: 8 }) code!: string;
}

export const entities: CaseModels['entities'] = [Sample];
