import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity('old_item')
@Index('by_name', ['name'], { unique: true })
class OldItem {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'old_item_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
}

export const entities: CaseModels['entities'] = [OldItem];
