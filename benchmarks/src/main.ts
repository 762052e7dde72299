import { BenchmarkError } from './errors/benchmark-error';
import { type Reporter, runBenchmark } from './run-benchmark';
import { readSettings } from './settings/read-settings';

async function main(): Promise<number> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());
  try {
    const failures = await runBenchmark(readSettings(process.env), createReporter(), interrupt.signal);
    return failures.length === 0 ? 0 : 1;
  } catch (error) {
    if (interrupt.signal.aborted) return 130;
    if (!(error instanceof BenchmarkError)) throw error;
    console.error(`error  ${error.message}\nat     ${error.at}\nnext   ${error.next}`);
    return 1;
  }
}

/** The result on stdout; on a terminal, a line of what is being done now, which goes away. */
function createReporter(): Reporter {
  const { stdout, stderr } = process;
  const erase = () => {
    if (stderr.isTTY) stderr.write('\r\u001b[K');
  };
  return {
    print(text) {
      erase();
      stdout.write(`${text}\n`);
    },
    progress(text) {
      erase();
      if (stderr.isTTY) stderr.write(text);
    },
  };
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
