import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { isDone } from './is-done';

/** Lines in a small file, each a fact that is worth nothing but time. */
export interface Lines {
  has(line: string): boolean;
  add(line: string): void;
  clear(): void;
}

/** More than that, and it begins anew. */
const most = 200;

export function openLines(file: string): Lines {
  const read = () => {
    let lines: readonly string[] = [];
    isDone(() => {
      if (existsSync(file)) lines = readFileSync(file, 'utf8').split('\n');
    });
    return lines;
  };
  const clear = () => {
    isDone(() => rmSync(file, { force: true }));
  };
  return {
    has: (line) => read().includes(line),
    add(line) {
      if (read().length > most) clear();
      isDone(() => appendFileSync(file, `${line}\n`));
    },
    clear,
  };
}
