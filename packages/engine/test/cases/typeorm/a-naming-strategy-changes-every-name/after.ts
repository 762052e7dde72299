import { Column, DefaultNamingStrategy, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

class Snake extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [
      ...prefixes,
      custom ?? property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    ].join('_');
  }
}
@Entity()
class Widget {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'text' }) firstName!: string;
}

export const entities: CaseModels['entities'] = [Widget];

export const options: CaseModels['options'] = { namingStrategy: new Snake() };
