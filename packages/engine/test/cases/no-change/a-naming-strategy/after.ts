import { Column, DefaultNamingStrategy, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

class Snake extends DefaultNamingStrategy {
  override tableName(name: string, custom: string | undefined): string {
    return custom ?? `t_${name.toLowerCase()}`;
  }
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [
      ...prefixes,
      custom ?? property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    ].join('_');
  }
}
@Entity()
class Person {
  @PrimaryColumn({ type: 'int' }) personId!: number;
  @Column({ type: 'text' }) firstName!: string;
}

export const entities: CaseModels['entities'] = [Person];

export const options: CaseModels['options'] = { namingStrategy: new Snake() };
