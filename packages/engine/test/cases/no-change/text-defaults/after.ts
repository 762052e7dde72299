import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'text', default: '' }) empty!: string;
  @Column({ type: 'varchar', length: 20, default: 'some words' }) words!: string;
  @Column({ type: 'char', length: 3, default: 'abc' }) code!: string;
  @Column({ type: 'text', default: () => `'o''clock'` }) quoted!: string;
  @Column({ type: 'text', default: () => `E'a\\nb'` }) lines!: string;
  @Column({ type: 'text', default: 'ünïcödé 💡' }) unicode!: string;
}

export const entities: CaseModels['entities'] = [Sample];
