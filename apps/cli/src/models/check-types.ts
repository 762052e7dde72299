import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { RetortError } from '@retort/engine';
import type { Project } from '../config/read-config';

const mostLines = 10;

/** @throws RetortError with the compiler's messages, when the models' project has type errors. */
export async function checkTypes({ root, config, configPath }: Project): Promise<void> {
  if (config.typecheck === undefined) return;
  const tsconfig = resolve(root, config.typecheck);
  const compiler = join(dirname(createRequire(configPath).resolve('typescript/package.json')), 'bin', 'tsc');
  const output = await new Promise<string>((done) => {
    execFile(
      process.execPath,
      [compiler, '-p', tsconfig, '--noEmit', '--pretty', 'false'],
      { cwd: root },
      (error, stdout, stderr) => done(error === null ? '' : `${stdout}${stderr}`.trim() || error.message),
    );
  });
  if (output === '') return;
  const lines = output.split('\n');
  throw new RetortError({
    what: 'The models have type errors.',
    at: [
      ...lines.slice(0, mostLines),
      ...(lines.length > mostLines ? [`… (${lines.length - mostLines} more lines)`] : []),
    ].join('\n'),
    next: 'Correct them and run the command again.',
  });
}
