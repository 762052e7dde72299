import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class A {
  @PrimaryColumn({ type: 'int' }) id!: number;
}
@Entity()
class B {
  @PrimaryColumn({ type: 'int' }) id!: number;
}
@Entity()
class Pet {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @ManyToOne(() => B) @JoinColumn({ name: 'of' }) of!: B;
}

export const entities: CaseModels['entities'] = [A, B, Pet];
