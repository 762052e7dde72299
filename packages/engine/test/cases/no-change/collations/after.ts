import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'text', collation: 'C' }) bytes!: string;
  @Column({ type: 'varchar', length: 10, collation: 'POSIX' }) posix!: string;
  @Column({ type: 'text', collation: 'und-x-icu' }) unicode!: string;
}

export const entities: CaseModels['entities'] = [Sample];
