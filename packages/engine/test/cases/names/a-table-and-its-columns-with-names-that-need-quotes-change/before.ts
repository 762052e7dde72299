import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ name: 'Select Table' })
class Odd {
  @PrimaryColumn({ type: 'int', name: 'User' }) id!: number;
  @Column({ type: 'text', name: 'order', nullable: true }) order!: string;
  @Column({ type: 'int', name: "it's old" }) value!: string;
  @Column({ type: 'enum', enum: ['A'], enumName: 'Type Of' }) type!: string;
}

export const entities: CaseModels['entities'] = [Odd];
