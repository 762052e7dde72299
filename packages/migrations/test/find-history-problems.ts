export interface History {
  /** The names of the files beside `index.ts`. */
  readonly files: readonly string[];
  /** The names that the registered classes have, by class name, in the order of the registry. */
  readonly registered: readonly { readonly className: string; readonly name: string }[];
}

const fileName = /^(\d{13})_([a-z0-9_]+)\.ts$/;

/** What keeps a history from being one that TypeORM runs in the order in which it is read. */
export function findHistoryProblems({ files, registered }: History): readonly string[] {
  const problems: string[] = [];
  const expected = [...files].sort().map((file) => ({ file, ...parseFileName(file) }));
  for (const { file, timestamp } of expected) {
    if (timestamp === undefined) {
      problems.push(`${file}: is not called <13-digit timestamp>_<slug>.ts`);
    } else if (!registered.some(({ name }) => name.endsWith(timestamp))) {
      problems.push(`${file}: is not in versions/index.ts`);
    }
  }
  for (const [index, { className, name }] of registered.entries()) {
    const timestamp = name.slice(-13);
    const file = expected.find((candidate) => candidate.timestamp === timestamp);
    const slug = name.slice(0, -13).toLowerCase();
    const before = registered[index - 1]?.name.slice(-13);
    if (className !== name) {
      problems.push(`${className}: its name is ${name}`);
    }
    if (file === undefined) {
      problems.push(`${name}: has no file`);
    } else if (slug !== file.slug && !(/^\d/.test(file.slug ?? '') && slug.endsWith(file.slug ?? ''))) {
      problems.push(`${name}: is in ${file.file}`);
    }
    if (before !== undefined && before >= timestamp) {
      problems.push(`${name}: comes after ${before}`);
    }
  }
  return problems;
}

function parseFileName(file: string): { readonly timestamp?: string; readonly slug?: string } {
  const [, timestamp, slug] = fileName.exec(file) ?? [];
  return timestamp === undefined || slug === undefined ? {} : { timestamp, slug: slug.replaceAll('_', '') };
}
