import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Shirt {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'enum', enum: ['s', 'm', 'l'] }) size!: string;
  @Column({ type: 'enum', enum: ['s', 'm', 'l'], default: 'm', nullable: true }) other!: string;
  @Column({ type: 'enum', enum: ['red', `light's`, 'with, comma'], array: true, default: ['red'] })
  colors!: string[];
  @Column({ type: 'simple-enum', enum: ['1', '2'] }) simple!: string;
}

export const entities: CaseModels['entities'] = [Shirt];
