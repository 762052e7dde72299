import {
  CreateDateColumn,
  DeleteDateColumn,
  Entity,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Document {
  @PrimaryGeneratedColumn() id!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', precision: 3 }) updatedAt!: Date;
  @DeleteDateColumn() deletedAt!: Date;
  @VersionColumn() version!: number;
}

export const entities: CaseModels['entities'] = [Document];
