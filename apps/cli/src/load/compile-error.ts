import { stripVTControlCharacters } from 'node:util';

/** A source file that the compiler refused. The message is the compiler's, with the lines around the place. */
export class CompileError extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause)).trim(), { cause });
    this.name = 'CompileError';
    this.path = path;
  }
}
