import { spawn } from 'node:child_process';
import { pollUntil } from './poll-until';
import { readProcess } from './read-process';
import { stopProcess } from './stop-process';

test('a process that is suspended is stopped too', async () => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  try {
    const { pid = 0 } = child;
    child.kill('SIGSTOP');
    const running = await pollUntil(() => readProcess(pid), { deadlineMs: 5_000 });
    if (running === undefined) throw new Error('sleep does not run');
    expect(await stopProcess(running, [{ signal: 'SIGTERM', waitMs: 5_000 }])).toBe(true);
  } finally {
    child.kill('SIGKILL');
  }
});
