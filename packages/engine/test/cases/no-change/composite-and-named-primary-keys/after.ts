import { Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Seat {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'a seat' }) row!: string;
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'a seat' }) number!: number;
}
@Entity()
class Ride {
  @PrimaryColumn({ type: 'int' }) b!: number;
  @PrimaryColumn({ type: 'int' }) a!: number;
}

export const entities: CaseModels['entities'] = [Seat, Ride];
