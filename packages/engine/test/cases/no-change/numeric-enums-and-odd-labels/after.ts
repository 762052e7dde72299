import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

enum Level {
  Low,
  High = 10,
}
@Entity()
class Lamp {
  @PrimaryColumn({ type: 'enum', enum: Level }) level!: Level;
  @Column({ type: 'enum', enum: ['', ' ', 'a"b', 'ü', 'UPPER lower'] }) odd!: string;
}

export const entities: CaseModels['entities'] = [Lamp];
