import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Owner {
  @PrimaryColumn({ type: 'int' }) id!: number;
}
@Entity()
class Pet {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @ManyToOne(() => Owner) @JoinColumn({ name: 'owner', foreignKeyConstraintName: 'new_fk' }) owner!: Owner;
}

export const entities: CaseModels['entities'] = [Owner, Pet];
