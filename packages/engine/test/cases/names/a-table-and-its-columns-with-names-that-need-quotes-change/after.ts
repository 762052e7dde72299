import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ name: 'Select Table' })
@Index('Index Of', ['order'])
class Odd {
  @PrimaryColumn({ type: 'int', name: 'User' }) id!: number;
  @Column({ type: 'text', name: 'order' }) order!: string;
  @Column({ type: 'bigint', name: "it's new" }) value!: string;
  @Column({ type: 'enum', enum: ['A', 'b c'], enumName: 'Type Of' }) type!: string;
}

export const entities: CaseModels['entities'] = [Odd];
