import { renderRegistry } from './render-registry';

describe('renderRegistry', () => {
  it('imports and lists the migrations in their order', () => {
    const registry = renderRegistry([
      {
        timestamp: 1763812345678,
        slug: 'Init',
        stem: '1763812345678-Init',
        exportedName: 'Init1763812345678',
      },
      { timestamp: 1763812345679, slug: 'legacy', stem: '1763812345679_legacy', exportedName: 'default' },
      { timestamp: 1763812345680, slug: 'add_email', stem: '1763812345680_add_email' },
    ]);
    expect(registry).toBe(`import { Init1763812345678 } from './1763812345678-Init';
import Migration1763812345679 from './1763812345679_legacy';
import { AddEmail1763812345680 } from './1763812345680_add_email';

/** Every migration, oldest first. */
export const migrations = [
  Init1763812345678,
  Migration1763812345679,
  AddEmail1763812345680,
];
`);
  });
});
