import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheKey } from './cache-folder';

/**
 * The key of what these migrations make of an empty database; `undefined` where that may follow from more than their
 * sources: another package, a file that they read, the environment, the clock. What was read once stays in `texts`.
 */
export function historyKey(
  context: readonly unknown[],
  paths: readonly string[],
  texts: Map<string, string> = new Map(),
): string | undefined {
  const sources = new Map<string, string>();
  for (const path of paths) if (!addSource(path, sources, texts)) return undefined;
  return cacheKey(
    context,
    paths.map((path) => sources.get(path)),
    [...sources.values()],
  );
}

function addSource(path: string, sources: Map<string, string>, texts: Map<string, string>): boolean {
  if (sources.has(path)) return true;
  if (!existsSync(path)) return false;
  const source = texts.get(path) ?? readFileSync(path, 'utf8');
  texts.set(path, source);
  sources.set(path, source);
  if (outside.test(source.replaceAll(text, "''"))) return false;
  return [...source.matchAll(specifiers)].every((match) => {
    const specifier = match[1] ?? match[2] ?? '';
    if (specifier === 'typeorm' || specifier === 'tslib') return true;
    const imported = specifier.startsWith('.') ? resolve(join(dirname(path), specifier)) : undefined;
    return imported !== undefined && addSource(imported, sources, texts);
  });
}

/** What a migration may follow from besides its source: then it is replayed, which is never wrong. */
const outside =
  /\b(process|globalThis|global|Date|random|performance|eval|Function|__dirname|__filename)\b|\bimport\s*[(.]/;

/** Comments, and the strings that have nothing in them but text: SQL may well say `process` or `random`. */
const text = /\/\/.*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\$]|\$(?!\{))*`/g;

/** What is imported, from `import … from '…'`, `export … from '…'`, `import '…'` and `require('…')`. */
const specifiers = /\b(?:from|import)\s*['"]([^'"]+)['"]|\brequire\s*\(\s*['"]?([^'")]*)['"]?/g;

function resolve(path: string): string | undefined {
  const bare = path.replace(/\.[cm]?js$/, '');
  const candidates = [path, ...['.ts', '.cts', '.mts', '.js', '.cjs', '.mjs'].map((end) => `${bare}${end}`)];
  return [...candidates, join(path, 'index.ts'), join(path, 'index.js')].find(
    (candidate) => /\.[cm]?[jt]s$/.test(candidate) && existsSync(candidate),
  );
}
