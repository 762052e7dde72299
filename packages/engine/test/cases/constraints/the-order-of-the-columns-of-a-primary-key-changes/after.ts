import { Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Seat {
  @PrimaryColumn({ type: 'int' }) number!: number;
  @PrimaryColumn({ type: 'text' }) row!: string;
}

export const entities: CaseModels['entities'] = [Seat];
