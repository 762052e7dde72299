import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ name: 'Select Table' })
@Index('Index Of All', ['order'])
class Odd {
  @PrimaryColumn({ type: 'int', name: 'User' }) id!: number;
  @Column({ type: 'text', name: 'order' }) order!: string;
  @Column({ type: 'text', name: 'CamelCase' }) camel!: string;
  @Column({ type: 'text', name: "it's" }) quote!: string;
  @Column({ type: 'text', name: 'ünï cödé' }) unicode!: string;
  @Column({ type: 'text', name: '1st' }) digit!: string;
  @Column({ type: 'enum', enum: ['a'], enumName: 'Type Of All' }) type!: string;
}

export const entities: CaseModels['entities'] = [Odd];
