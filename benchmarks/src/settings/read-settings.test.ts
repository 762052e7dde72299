import { BenchmarkError } from '../errors/benchmark-error';
import { readSettings } from './read-settings';

describe('readSettings', () => {
  it('takes minutes by default, and leaves out what takes long', () => {
    const { peers, rows, ...numbers } = readSettings({});
    expect(numbers).toEqual({ tables: [10, 100], migrations: [100], rounds: 5, seed: 1, keep: false });
    expect(peers.has('typeorm')).toBe(true);
    expect(peers.has('typeorm-ts')).toBe(false);
    expect([...rows]).toEqual(['generate', 'migrate', 'version']);
  });

  it('reads what is set', () => {
    const settings = readSettings({
      TABLES: '500, 1000',
      MIGRATIONS: '1000',
      ROUNDS: '3',
      SEED: '7',
      PEERS: 'typeorm-ts,retort',
      ROWS: 'generate',
      KEEP: '1',
    });
    expect(settings).toEqual({
      tables: [500, 1000],
      migrations: [1000],
      rounds: 3,
      seed: 7,
      peers: new Set(['retort', 'typeorm-ts']),
      rows: new Set(['generate']),
      keep: true,
    });
  });

  it('names every problem at once', () => {
    const read = () => readSettings({ TABLES: '10,many', ROUNDS: '1,2', PEERS: 'retort,knex' });
    expect(read).toThrow(
      'The settings are wrong: TABLES: many is no count; ROUNDS: one number is needed; ' +
        'PEERS: knex is none of retort, typeorm, typeorm-ts, drizzle, mikro-orm, prisma, pg, umzug, node-pg-migrate.',
    );
    expect(read).toThrow(BenchmarkError);
  });
});
