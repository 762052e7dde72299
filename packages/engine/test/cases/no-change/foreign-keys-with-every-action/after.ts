import { Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Owner {
  @PrimaryGeneratedColumn() id!: number;
}
@Entity()
class Pet {
  @PrimaryGeneratedColumn() id!: number;
  @ManyToOne(() => Owner) plain!: Owner;
  @ManyToOne(() => Owner, { onDelete: 'CASCADE', onUpdate: 'CASCADE' }) cascade!: Owner;
  @ManyToOne(() => Owner, { onDelete: 'SET NULL', nullable: true }) setNull!: Owner;
  @ManyToOne(() => Owner, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' }) restrict!: Owner;
  @ManyToOne(() => Owner, { onDelete: 'NO ACTION' }) noAction!: Owner;
  @ManyToOne(() => Owner, { deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'later', foreignKeyConstraintName: 'pays later' })
  deferred!: Owner;
  @ManyToOne(() => Owner, { createForeignKeyConstraints: false }) loose!: Owner;
}

export const entities: CaseModels['entities'] = [Owner, Pet];
