import { dirname, sep } from 'node:path';

/** The folder of a file's package, or what is nearest to that. */
export function packageOf(path: string): string {
  return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0] ?? dirname(path);
}

export function isInstalled(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}
