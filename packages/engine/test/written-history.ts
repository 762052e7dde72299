import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History } from '../src/history/history';
import { readHistory } from '../src/history/read-history';
import { loadModule } from './load-module';

/** A history in files, which a test edits and removes. */
export interface WrittenHistory {
  readonly folder: string;
  /** Writes `<1700000000000 + number>_<slug>.ts`. */
  write(number: number, slug: string, sketch: WrittenSketch): void;
  remove(number: number, slug: string): void;
  read(): Promise<History>;
  dispose(): void;
}

export interface WrittenSketch {
  /** Statements, or code. */
  readonly up?: readonly string[] | string;
  readonly down?: readonly string[] | string;
  readonly transaction?: boolean;
}

export function writtenHistory(): WrittenHistory {
  const folder = mkdtempSync(join(tmpdir(), 'retort-history-'));
  const pathOf = (number: number, slug: string) => join(folder, `${1_700_000_000_000 + number}_${slug}.ts`);
  return {
    folder,
    write: (number, slug, sketch) =>
      writeFileSync(pathOf(number, slug), render(1_700_000_000_000 + number, sketch)),
    remove: (number, slug) => rmSync(pathOf(number, slug)),
    read: () => readHistory(folder, loadModule),
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

function render(timestamp: number, { up = [], down = [], transaction }: WrittenSketch): string {
  const body = (work: readonly string[] | string) =>
    typeof work === 'string'
      ? work
      : work.map((sql) => `    await queryRunner.query(${JSON.stringify(sql)});`).join('\n');
  return `export class M${timestamp} {
  name = 'M${timestamp}';
${transaction === undefined ? '' : `  transaction = ${transaction};\n`}
  async up(queryRunner: any) {
${body(up)}
  }
  async down(queryRunner: any) {
${body(down)}
  }
}
`;
}
