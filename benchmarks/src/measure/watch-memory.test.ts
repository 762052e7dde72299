import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runCommand } from './run-command';
import { type MemoryWatch, watchMemory } from './watch-memory';

const onLinux = process.platform === 'linux' ? it : it.skip;

/** Runs a program that ends when there is a file, which is made when so much has been seen. */
async function measureMemory(source: string, enough: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'retort-memory-'));
  const file = join(folder, 'end');
  try {
    let watch: MemoryWatch | undefined;
    const running = runCommand(
      { parameters: ['-e', source], folder: '/', environment: { HOLD: hold, END: file } },
      {
        signal: new AbortController().signal,
        onStart: (pid) => {
          watch = watchMemory(pid);
        },
      },
    );
    const ended = running.then(() => true);
    while ((watch?.seen() ?? 0) < enough && !(await Promise.race([ended, setTimeout(5, false)])));
    writeFileSync(file, '');
    const outcome = await running;
    if (outcome.kind !== 'done') throw new Error(outcome.because);
    return watch?.stop() ?? 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where nothing is seen, it ends too. */
const hold = `Buffer.alloc(200 * 2 ** 20, 1); const last = Date.now() + 20000; while (!require('node:fs').existsSync(process.env.END) && Date.now() < last);`;

describe('watchMemory', () => {
  onLinux(
    'sees what a program held, though it was freed',
    async () => {
      const mebibytes = await measureMemory(hold, 200);
      expect(mebibytes).toBeGreaterThanOrEqual(200);
      expect(mebibytes).toBeLessThan(400);
    },
    30_000,
  );

  onLinux(
    'sees what a program and its child held together',
    async () => {
      const both = `const held = Buffer.alloc(200 * 2 ** 20, 1); require('node:child_process').spawnSync(process.execPath, ['-e', process.env.HOLD]); held.fill(2);`;
      expect(await measureMemory(both, 400)).toBeGreaterThanOrEqual(400);
    },
    30_000,
  );
});
