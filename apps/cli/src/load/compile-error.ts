import { stripVTControlCharacters } from 'node:util';

/** A source file that the compiler refused. The message is the compiler's, with the lines around the place. */
export class CompileError extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(compilerMessage(cause), { cause });
    this.name = 'CompileError';
    this.path = path;
  }
}

/** Without the backtrace of the compiler itself. */
function compilerMessage(cause: unknown): string {
  const message = stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause));
  return message.split(/\n\s*(?:Caused by|Stack backtrace):/)[0]?.trim() ?? message;
}
