import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity('new_item')
@Index('by_name', ['name'], { unique: true })
class NewItem {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'new_item_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
}

export const entities: CaseModels['entities'] = [NewItem];
