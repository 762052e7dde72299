import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Ticket {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'int' }) @Generated('increment') number!: number;
  @Column({ type: 'uuid' }) @Generated('uuid') token!: string;
}

export const entities: CaseModels['entities'] = [Ticket];
