import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ name: 'größe' })
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'größe_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
}

export const entities: CaseModels['entities'] = [Widget];
