import type { Place } from './case-database';
import { readCases } from './case-folder';
import { proveLaws } from './prove-laws';

/** The major for which the files of the cases are written. */
const writtenFor = 18;

/** `RETORT_ALL_CASES=1`: what otherwise a sample is tried with, every case is. */
const all = process.env.RETORT_ALL_CASES === '1';
const oneIn = 10;

/**
 * Runs the cases of a category on each server. On the major that their files are written for: every one in `public`,
 * comparing the files. On the other majors, and, laws alone, in the forms that do not block, in a schema whose name
 * needs care: a sample of them, or all.
 */
export function describeCases(category: string): void {
  const servers: Record<string, string> = JSON.parse(String(process.env.RETORT_TEST_SERVERS));
  for (const [name, serverUrl] of Object.entries(servers)) {
    const major = Number(name);
    describe(`${category.replaceAll('-', ' ')}, on Postgres ${major}`, () => {
      const compare = major === writtenFor;
      const plain: Place = { serverUrl, schema: 'public', online: false };
      const odd: Place = { serverUrl, schema: "It's Odd", online: true };
      readCases(category)
        .filter(({ fromMajor }) => major >= fromMajor)
        .forEach((folder, index) => {
          const sampled = all || index % oneIn === 0;
          if (compare || sampled) it(folder.sentence, () => proveLaws(folder, plain, compare));
          if (sampled) {
            it(`${folder.sentence}, online, in an odd schema`, () => proveLaws(folder, odd, false));
          }
        });
    });
  }
}
