import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { type Format, RetortError } from '@retort/engine';
import type { Project } from '../config/read-config';

/** Formats with the command of the settings; without one, the text stays as it is. */
export function createFormat({ root, config, configPath }: Project): Format {
  const { format } = config;
  if (format === undefined) return async (_path, text) => text;
  return async (path, text) => runFormatter({ command: format(path), folder: root, configPath }, text);
}

interface Formatter {
  readonly command: readonly [program: string, ...parameters: string[]];
  readonly folder: string;
  /** Where the command is written. */
  readonly configPath: string;
}

async function runFormatter({ command, folder, configPath }: Formatter, text: string): Promise<string> {
  const [program, ...parameters] = command;
  const path = [join(folder, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return new Promise((done, fail) => {
    const child = execFile(
      program,
      parameters,
      { cwd: folder, env: { ...process.env, PATH: path } },
      (error, stdout, stderr) => {
        if (error === null) return done(stdout);
        fail(
          new RetortError({
            what: `The formatter failed, so nothing was written: ${stderr.trim().split('\n')[0] || error.message}`,
            at: `${command.join(' ')} (format in ${configPath})`,
            next: `Install ${program}, or correct or remove format in that file.`,
            kind: 'settings',
            cause: error,
          }),
        );
      },
    );
    // A program that ends without reading its input closes the pipe: its exit code tells why, not this.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(text);
  });
}
