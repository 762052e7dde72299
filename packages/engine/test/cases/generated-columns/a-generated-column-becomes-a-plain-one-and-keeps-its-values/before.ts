import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) a!: string;
  @Column({ type: 'int', generatedType: 'STORED', asExpression: 'length("a")', nullable: true }) b!: number;
}

export const entities: CaseModels['entities'] = [Widget];
