import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/**
 * Lets the stacks of errors name lines of the sources, where Node loaded what a compiler made of them. A map is read when
 * a stack is looked at: Node's own way (`--enable-source-maps`) reads that of every module that is loaded.
 *
 * @see https://v8.dev/docs/stack-trace-api
 */
export class MappedStacks {
  readonly #mapFiles = new Map<string, string>();
  readonly #maps = new Map<string, SourceMap>();

  install(): void {
    Error.prepareStackTrace = (error, frames) =>
      [describe(error), ...frames.map((frame) => `    at ${this.#render(frame)}`)].join('\n');
  }

  /** Says where the source map of a module is. */
  add(path: string, mapFile: string): void {
    this.#mapFiles.set(path, mapFile);
  }

  /** Where the source map of a module is, if it has one. */
  fileOf(path: string): string | undefined {
    return this.#mapFiles.get(path);
  }

  #render(frame: NodeJS.CallSite): string {
    const path = frame.getFileName() ?? '';
    const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
    const map = this.#mapOf(path);
    if (map === undefined || line === null || column === null) return String(frame);
    const entry = map.findEntry(line - 1, column - 1);
    if (!('originalLine' in entry)) return String(frame);
    const mapped = `${path}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    return String(frame).replace(`${path}:${line}:${column}`, () => mapped);
  }

  #mapOf(path: string): SourceMap | undefined {
    const mapFile = this.#mapFiles.get(path);
    if (mapFile === undefined) return undefined;
    const known = this.#maps.get(path);
    if (known !== undefined) return known;
    const text = readIfThere(mapFile);
    if (text === undefined) return undefined;
    const map = new SourceMap(JSON.parse(text));
    this.#maps.set(path, map);
    return map;
  }
}

/** Where the cache cannot be written there is no map, and the stack names the lines of the compiler's output. */
function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function describe(error: unknown): string {
  return error instanceof Error ? Error.prototype.toString.call(error) : String(error);
}
