import { Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Owner {
  @PrimaryColumn({ type: 'int' }) id!: number;
}
@Entity()
class Pet {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @ManyToOne(() => Owner) owner!: Owner;
  @ManyToOne(() => Pet) mother!: Pet;
}

export const entities: CaseModels['entities'] = [Owner, Pet];
