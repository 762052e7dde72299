import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'text', comment: `It's "quoted"; and -- odd` }) odd!: string;
  @Column({ type: 'int', comment: 'plain' }) plain!: number;
}

export const entities: CaseModels['entities'] = [Sample];
