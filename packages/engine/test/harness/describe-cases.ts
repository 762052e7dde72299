import type { Place } from './case-database';
import { readCases } from './case-folder';
import { proveLaws } from './prove-laws';

/** The major for which the files of the cases are written. */
const writtenFor = 18;

/**
 * Runs every case of a category on each server: in `public`, comparing the files of the case, and, laws alone, in a
 * schema whose name needs care: that doubles the time, so it is asked for with `RETORT_ODD_SCHEMA=1`.
 */
export function describeCases(category: string): void {
  const servers: Record<string, string> = JSON.parse(String(process.env.RETORT_TEST_SERVERS));
  for (const [name, serverUrl] of Object.entries(servers)) {
    const major = Number(name);
    describe(`${category.replaceAll('-', ' ')}, on Postgres ${major}`, () => {
      for (const folder of readCases(category).filter(({ fromMajor }) => major >= fromMajor)) {
        const run = (place: Place, compare: boolean) => () => proveLaws(folder, place, compare);
        it(folder.sentence, run({ serverUrl, schema: 'public' }, major === writtenFor));
        if (process.env.RETORT_ODD_SCHEMA === '1') {
          it(`${folder.sentence}, in an odd schema`, run({ serverUrl, schema: "It's Odd" }, false));
        }
      }
    });
  }
}
