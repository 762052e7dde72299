import { Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ comment: 'new' })
class A {
  @PrimaryColumn({ type: 'int' }) id!: number;
}
@Entity({ comment: 'changed' })
class B {
  @PrimaryColumn({ type: 'int' }) id!: number;
}
@Entity()
class C {
  @PrimaryColumn({ type: 'int' }) id!: number;
}

export const entities: CaseModels['entities'] = [A, B, C];
