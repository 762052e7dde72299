import { isMisnamedMigration, parseMigrationFileName } from './migration-name';

describe('parseMigrationFileName', () => {
  it.each([
    ['1763812345678_add_email.ts', 'add_email', '1763812345678_add_email'],
    ['1763812345678-AddEmail.ts', 'AddEmail', '1763812345678-AddEmail'],
    ['1763812345678_add_email.js', 'add_email', '1763812345678_add_email'],
    ['1763812345678_add_email.cjs', 'add_email', '1763812345678_add_email'],
    ['1763812345678_add_email.mts', 'add_email', '1763812345678_add_email'],
    ['1763812345678_ウィジェット.ts', 'ウィジェット', '1763812345678_ウィジェット'],
  ])('reads %s', (fileName, slug, stem) => {
    expect(parseMigrationFileName(fileName)).toEqual({ timestamp: 1763812345678, slug, stem });
    expect(isMisnamedMigration(fileName)).toBe(false);
  });

  it.each([
    'index.ts',
    'README.md',
    '1763812345678_add_email.d.ts',
    '1763812345678_add_email.test.ts',
    '1763812345678_add_email.spec.js',
    '1763812345678_add_email.js.map',
    '1763812345678_add_email.ts.partial',
    '1763812345678_add_email.sql',
  ])('passes by %s', (fileName) => {
    expect(parseMigrationFileName(fileName)).toBeUndefined();
    expect(isMisnamedMigration(fileName)).toBe(false);
  });

  it.each(['1_add_email.ts', '20240101120000_add_email.ts', '1763812345678_.ts', '176381234567-AddEmail.js'])(
    'knows that %s was meant to be one',
    (fileName) => {
      expect(parseMigrationFileName(fileName)).toBeUndefined();
      expect(isMisnamedMigration(fileName)).toBe(true);
    },
  );
});
