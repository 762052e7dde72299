import { askPostgres } from '../postgres/ask-postgres';
import { withThrowAwayPostgres } from './with-throw-away-postgres';

describe('a Postgres to throw away', () => {
  it('answers, and is gone afterwards', async () => {
    const url = await withThrowAwayPostgres(async (given) => {
      expect(await askPostgres(given)).toMatchObject({ kind: 'answers' });
      return given;
    });
    expect((await askPostgres(url)).kind).not.toBe('answers');
  });

  it('is gone also when its use fails', async () => {
    let url = '';
    const failing = withThrowAwayPostgres((given) => {
      url = given;
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect((await askPostgres(url)).kind).not.toBe('answers');
  });
});
