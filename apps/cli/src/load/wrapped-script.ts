import { Script } from 'node:vm';

/** On a line of its own, so that what shows a line of the text shows it as it is. */
const [head, tail] = ['(function (exports, require, module, __filename, __dirname) {\n', '\n})'];

/** The text of a module in Node's wrapper. @see https://nodejs.org/api/modules.html#the-module-wrapper */
export function wrap(source: string): string {
  return head + source.replace(/^#!/, '//') + tail;
}

/** What gives the function of a wrapped text; from what V8 compiled of it before, unless it rejects that. */
export function scriptOf(path: string, wrapped: string, cachedData?: Buffer): Script {
  return new Script(wrapped, { filename: path, lineOffset: -1, cachedData });
}

/** The same of a text that may be no script: undefined then, since it may be a module of ECMAScript. */
export function compile(path: string, wrapped: string): Script | undefined {
  try {
    return scriptOf(path, wrapped);
  } catch {
    return undefined;
  }
}
