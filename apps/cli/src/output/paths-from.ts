import { relative, sep } from 'node:path';

/** Says the paths of a text that are in the project as they are typed in the folder `from`. `findRoot` is asked at the first text. */
export function pathsFrom(from: string, findRoot: () => string): (text: string) => string {
  let root: string | undefined;
  return (text) => {
    root ??= findRoot();
    if (root === sep) return text;
    const way = relative(from, root);
    return text.replaceAll(`${root}${sep}`, way === '' ? '' : `${way}${sep}`);
  };
}
