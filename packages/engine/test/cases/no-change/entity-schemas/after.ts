import { EntitySchema } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

const Person = new EntitySchema<{ id: number; name: string }>({
  name: 'Person',
  tableName: 'people',
  columns: {
    id: { type: 'int', primary: true, generated: true },
    name: { type: 'varchar', length: 40, default: 'x' },
  },
  indices: [{ name: 'by_name', columns: ['name'] }],
  checks: [{ name: 'named', expression: `"name" <> ''` }],
});

export const entities: CaseModels['entities'] = [Person];
