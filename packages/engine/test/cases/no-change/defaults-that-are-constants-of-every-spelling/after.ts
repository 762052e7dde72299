import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'timestamptz', default: () => `'2020-01-01 00:00:00+02'` }) at!: Date;
  @Column({ type: 'date', default: '2020-02-29' }) leap!: string;
  @Column({ type: 'interval', default: '1 day 2 hours' }) span!: string;
  @Column({ type: 'numeric', default: () => '1e3' }) thousand!: string;
  @Column({ type: 'int', default: () => '2 + 3' }) five!: number;
  @Column({ type: 'varchar', length: 10, default: () => `upper('abc')` }) upper!: string;
  @Column({ type: 'uuid', default: '00000000-0000-0000-0000-000000000000' }) nil!: string;
  @Column({ type: 'inet', default: '127.0.0.1' }) home!: string;
  @Column({ type: 'point', default: '(1,2)' }) point!: string;
}

export const entities: CaseModels['entities'] = [Sample];
