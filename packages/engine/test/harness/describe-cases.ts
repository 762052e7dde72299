import { withConnection } from '../../src/connect/connect';
import type { Place } from './case-database';
import { type CaseFolder, readCases } from './case-folder';
import { proveLaws } from './prove-laws';

/**
 * Runs every case of a category: in `public`, comparing the files of the case, and, laws alone, in a schema whose name
 * needs care: that doubles the time, so it is asked for with `RETORT_ODD_SCHEMA=1`.
 */
export function describeCases(category: string): void {
  const serverUrl = String(process.env.RETORT_TEST_SERVER);
  let major = 0;
  beforeAll(async () => {
    major = await withConnection(serverUrl, async (client) => {
      const { rows } = await client.query(
        "SELECT current_setting('server_version_num')::int / 10000 AS major",
      );
      return rows[0].major;
    });
  });
  const run = async (folder: CaseFolder, place: Place, compare: boolean) => {
    if (major >= folder.fromMajor) {
      await proveLaws(folder, place, compare && major === 18);
    }
  };
  describe(category.replaceAll('-', ' '), () => {
    for (const folder of readCases(category)) {
      it(folder.sentence, () => run(folder, { serverUrl, schema: 'public' }, true));
      if (process.env.RETORT_ODD_SCHEMA === '1') {
        it(`${folder.sentence}, in an odd schema`, () =>
          run(folder, { serverUrl, schema: "It's Odd" }, false));
      }
    }
  });
}
