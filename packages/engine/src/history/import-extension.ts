import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How the registry `text` in `folder` names files: as its lines do, else with `.js` where modules are ECMAScript's, which need it. */
export function importExtension(folder: string, text: string): string {
  const [, specifier] = /from '\.\/(\d[^']*)'/.exec(text) ?? [];
  if (specifier !== undefined) return /\.[cm]?[jt]s$/.exec(specifier)?.[0] ?? '';
  return isEcmaScript(folder) ? '.js' : '';
}

/** By the nearest `package.json`. */
function isEcmaScript(folder: string): boolean {
  const path = join(folder, 'package.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')).type === 'module';
  return folder !== dirname(folder) && isEcmaScript(dirname(folder));
}
