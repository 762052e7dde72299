import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Seat {
  @PrimaryColumn({ type: 'text' }) row!: string;
  @Column({ type: 'int' }) number!: number;
}

export const entities: CaseModels['entities'] = [Seat];
