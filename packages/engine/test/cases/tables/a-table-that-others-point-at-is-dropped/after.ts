import { Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Pet {
  @PrimaryColumn({ type: 'int' }) id!: number;
}

export const entities: CaseModels['entities'] = [Pet];
