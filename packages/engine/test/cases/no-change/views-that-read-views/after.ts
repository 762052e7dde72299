import { Column, type DataSource, Entity, PrimaryColumn, ViewColumn, ViewEntity } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'text' }) name!: string;
}
@ViewEntity({ name: 'adult', expression: 'SELECT id, name FROM grown', dependsOn: ['grown'] })
class Adult {
  @ViewColumn() id!: number;
}
@ViewEntity({ name: 'grown', expression: 'SELECT * FROM person WHERE id > 18' })
class Grown {
  @ViewColumn() id!: number;
}
@ViewEntity({
  expression: (source: DataSource) =>
    source
      .createQueryBuilder()
      .select('p.name', 'name')
      .addSelect('count(*)', 'count')
      .from(Person, 'p')
      .groupBy('p.name'),
})
class NameCount {
  @ViewColumn() name!: string;
  @ViewColumn() count!: number;
}

export const entities: CaseModels['entities'] = [Person, Adult, Grown, NameCount];
