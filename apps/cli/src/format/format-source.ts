import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { type Format, RetortError } from '@retort/engine';
import type { Project } from '../config/read-config';

/** Formats with the command of the settings; without one, the text stays as it is. */
export function createFormat({ root, config, configPath }: Project): Format {
  const { format } = config;
  if (format === undefined) return async (_path, text) => text;
  return async (path, text) => {
    const [program, ...parameters] = format(path);
    return runFormatter(program, parameters, root, text, configPath);
  };
}

async function runFormatter(
  program: string,
  parameters: string[],
  root: string,
  text: string,
  configPath: string,
): Promise<string> {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return new Promise((done, fail) => {
    const child = execFile(
      program,
      parameters,
      { cwd: root, env: { ...process.env, PATH: path } },
      (error, stdout, stderr) => {
        if (error === null) return done(stdout);
        fail(
          new RetortError({
            what: `The formatter failed, so nothing was written: ${stderr.trim().split('\n')[0] || error.message}`,
            at: `${[program, ...parameters].join(' ')} (format in ${configPath})`,
            next: `Install ${program}, or correct or remove format in that file.`,
            kind: 'settings',
            cause: error,
          }),
        );
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(text);
  });
}
