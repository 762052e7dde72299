import { runCommand } from './run-command';
import { type MemoryWatch, watchMemory } from './watch-memory';

const onLinux = process.platform === 'linux' ? it : it.skip;

async function measureMemory(source: string, environment: Readonly<Record<string, string>> = {}) {
  let watch: MemoryWatch | undefined;
  const outcome = await runCommand(
    { parameters: ['-e', source], folder: '/', environment },
    {
      signal: new AbortController().signal,
      onStart: (pid) => {
        watch = watchMemory(pid);
      },
    },
  );
  const mebibytes = watch?.stop();
  if (outcome.kind !== 'done') throw new Error(outcome.because);
  return mebibytes ?? 0;
}

describe('watchMemory', () => {
  const hold = `Buffer.alloc(200 * 2 ** 20, 1); const end = Date.now() + 100; while (Date.now() < end);`;

  onLinux('sees what a program held, though it was freed', async () => {
    const mebibytes = await measureMemory(hold);
    expect(mebibytes).toBeGreaterThan(200);
    expect(mebibytes).toBeLessThan(400);
  });

  onLinux('sees what a program and its child held together', async () => {
    const both = `const held = Buffer.alloc(200 * 2 ** 20, 1); require('node:child_process').spawnSync(process.execPath, ['-e', process.env.HOLD]); held.fill(2);`;
    expect(await measureMemory(both, { HOLD: hold })).toBeGreaterThan(400);
  });
});
